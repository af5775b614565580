package no.bits.tls.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is asked for at most every few seconds, however often somebody wants it:
 * for figures of which many are read at once.
 *
 * @param <T> the kind of answer
 */
public final class Remembered<T> implements Supplier<T> {

    private final Supplier<T> question;

    private final Duration age;

    private final Clock clock;

    private Instant asked = Instant.MIN;

    private @Nullable T answer;

    /**
     * Remembers an answer.
     * @param question asks for it
     * @param age how old it may become
     * @param clock tells the time
     */
    public Remembered(Supplier<T> question, Duration age, Clock clock) {
        this.question = question;
        this.age = age;
        this.clock = clock;
    }

    /**
     * The answer, asked for again where it is too old.
     * @return the answer
     * @throws IllegalStateException if there was none a moment ago, without asking again
     */
    @Override
    public synchronized T get() {
        Instant now = this.clock.instant();
        if (this.asked.isBefore(now.minus(this.age))) {
            this.asked = now;
            this.answer = null;
            this.answer = this.question.get();
        }
        if (this.answer == null) {
            throw new IllegalStateException("There was no answer a moment ago, and it is too early to ask again");
        }
        return this.answer;
    }

}
