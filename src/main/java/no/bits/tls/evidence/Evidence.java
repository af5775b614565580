package no.bits.tls.evidence;

import java.util.List;

import no.bits.tls.evidence.Failure.Source;

/**
 * All that was read from one mail.
 *
 * @param failures what did not arrive, the likeliest matter of the mail first
 */
public record Evidence(List<Failure> failures) {

    /** How many characters of a server's words are kept. */
    static final int LONGEST = 900;

    public Evidence {
        failures = List.copyOf(failures);
    }

    /** Whether a program tells of it, and not only a person. */
    public boolean isOfMachine() {
        return this.failures.stream().anyMatch((failure) -> failure.source() != Source.PROSE);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return this.failures.isEmpty();
    }

}
