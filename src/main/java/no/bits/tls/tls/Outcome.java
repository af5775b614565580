package no.bits.tls.tls;

import java.util.Comparator;
import java.util.stream.Stream;

/** What a verdict says of one requirement; it advises, people decide. */
public enum Outcome {

    /** The requirement is met. */
    PASS(0),

    /** It works, and something is worth saying. */
    NOTE(1),

    /** The requirement is not met. */
    FAIL(4),

    /** The server asks us to come again: ask it later. */
    RETRY(3),

    /** We could not test it. */
    UNKNOWN(2);

    private final int weight;

    Outcome(int weight) {
        this.weight = weight;
    }

    /**
     * The outcome that counts where there are several: a failure before a wish for
     * another try, that before what is unknown, a note before a pass.
     * @param outcomes any number of them
     * @return the worst; {@code UNKNOWN} where there is none
     */
    static Outcome worst(Stream<Outcome> outcomes) {
        return outcomes.max(Comparator.comparingInt((outcome) -> outcome.weight)).orElse(UNKNOWN);
    }

}
