package no.bits.tls.tls;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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
     * @param connection what to close
     * @param deadline when
     * @return done where it was closed; to be cancelled where it is not needed any more
     */
    Future<?> closeAfter(Duration deadline, Closeable connection) {
        return this.clockwork.schedule(() -> close(connection), deadline.toMillis(), TimeUnit.MILLISECONDS);
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

}
