package no.bits.tls.inbox;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What reading one mail, with everything that is in it, has used of the limits so far.
 */
final class Budget {

    private final InboxSettings.Limits limits;

    private final long start = System.nanoTime();

    private int parts;

    private long unpacked;

    Budget(InboxSettings.Limits limits) {
        this.limits = limits;
    }

    InboxSettings.Limits limits() {
        return this.limits;
    }

    /** How many parts there were so far; counts on over everything in the mail. */
    int parts() {
        return this.parts;
    }

    void takePart() {
        this.parts++;
        require(this.parts <= this.limits.parts(), () -> Sentences.tooManyParts(this.limits.parts()));
    }

    /** How many bytes may still come out of containers. */
    long room() {
        return this.limits.containers().unpacked().toBytes() - this.unpacked;
    }

    void takeRoom(long bytes) {
        require(bytes <= room(), this::tooMuch);
        this.unpacked += bytes;
    }

    Sentence tooMuch() {
        return Sentences.tooMuchInside(this.limits.containers().unpacked());
    }

    void requireTime() {
        require(timeLeft() > 0, this::tooSlow);
    }

    /**
     * Does what may hang, in the time that is left.
     * @param work what to do
     * @return its result
     * @throws MailBeyondLimits if the time is over or the work is beyond a limit
     * @throws ExecutionException if the work fails in any other way
     */
    <T> T inTime(Callable<T> work) throws ExecutionException {
        requireTime();
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "mail-container");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(timeLeft(), TimeUnit.NANOSECONDS);
        }
        catch (TimeoutException ex) {
            task.cancel(true);
            throw new MailBeyondLimits(tooSlow());
        }
        catch (ExecutionException ex) {
            if (ex.getCause() instanceof MailBeyondLimits beyond) {
                throw beyond;
            }
            throw ex;
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The reading of a mail was interrupted", ex);
        }
    }

    static void require(boolean within, Supplier<Sentence> sentence) {
        if (!within) {
            throw new MailBeyondLimits(sentence.get());
        }
    }

    private long timeLeft() {
        return this.limits.time().toNanos() - (System.nanoTime() - this.start);
    }

    private Sentence tooSlow() {
        return Sentences.tooSlow(this.limits.time().toSeconds());
    }

}
