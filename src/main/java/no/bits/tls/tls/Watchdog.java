package no.bits.tls.tls;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Closes a connection at its deadline, for a server that sends a byte now and then keeps
 * every time-out of a socket from passing.
 */
@Component
class Watchdog implements DisposableBean {

    private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(1, (task) -> {
        Thread thread = new Thread(task, "tls-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog() {
        this.clockwork.setRemoveOnCancelPolicy(true);
    }

    /**
     * Closes something in time.
     * @param deadline when
     * @param connection what to close
     * @return the watch over it; to be ended where it is not needed any more
     */
    Watch closeAfter(Duration deadline, Closeable connection) {
        AtomicBoolean passed = new AtomicBoolean();
        Future<?> closing = this.clockwork.schedule(() -> {
            passed.set(true);
            close(connection);
        }, deadline.toMillis(), TimeUnit.MILLISECONDS);
        return new Watch(passed, closing);
    }

    @Override
    public void destroy() {
        this.clockwork.shutdownNow();
    }

    private static void close(Closeable connection) {
        try {
            connection.close();
        }
        catch (IOException ex) {
            // It is gone either way.
        }
    }

    /**
     * The watch over one connection. It knows that the deadline has passed before whoever
     * reads can notice that the connection is gone.
     */
    record Watch(AtomicBoolean deadlinePassed, Future<?> closing) {

        boolean passed() {
            return this.deadlinePassed.get();
        }

        void end() {
            this.closing.cancel(false);
        }

    }

}
