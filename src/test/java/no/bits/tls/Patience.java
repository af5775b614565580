package no.bits.tls;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what will be true, generously: a slow machine is no failure. */
public final class Patience {

    private Patience() {
    }

    /**
     * Waits at most two minutes, in the test's own thread: Camunda's assertions keep the
     * engine that they ask with the thread.
     * @return what to wait for comes next
     */
    public static ConditionFactory await() {
        return Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100));
    }

}
