package no.bits.tls;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.BadSqlGrammarException;

import static no.bits.tls.Patience.await;

/**
 * The application is killed at random moments between a mail's arrival and its
 * confirmation, and started again: no case is lost, nothing is sent or listed twice.
 * {@code -Dcrash.kills} says how often, {@code -Dcrash.seed} repeats the choices of a
 * run.
 */
class CrashTests {

    private static final Logger logger = LoggerFactory.getLogger(CrashTests.class);

    private static final int KILLS = Integer.getInteger("crash.kills", 20);

    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    private final CrashScene scene = new CrashScene();

    private final Ledger ledger = new Ledger(this.scene);

    private Duration startTime = Duration.ofSeconds(10);

    @AfterEach
    void close() {
        this.scene.close();
    }

    @Test
    void whateverIsKilledGoesOnWhereItWas() {
        logger.info("{} kills with -Dcrash.seed={}", KILLS, SEED);
        Iterator<KillMoment> moments = List.of(KillMoment.FIRST_START).iterator();
        for (int kills = 0; kills < KILLS;) {
            moments = moments.hasNext() ? moments : KillMoment.shuffled(this.random).iterator();
            kills += killWithin(moments.next()) ? 1 : 0;
        }
        BackOfficeProcess last = this.scene.start();
        awaiting(last).untilAsserted(this.ledger::assertNothingIsOpen);
        logger.info("At the end: {}", this.ledger.summary());
        this.ledger.assertEverythingHappenedOnce();
        this.ledger.assertListed(WebSession.ofNobody(last.port().orElseThrow()).get("/tls/domains.csv").body());
    }

    /** Whether the kill met a case between its mail and its confirmation. */
    private boolean killWithin(KillMoment moment) {
        boolean mailWaits = moment.isDuringStart() || this.random.nextBoolean();
        if (mailWaits) {
            this.scene.deliver();
        }
        try (BackOfficeProcess application = this.scene.start()) {
            if (!mailWaits) {
                awaitReady(application);
                this.scene.deliver();
            }
            live(application, moment);
        }
        logger.info("Killed {}: {}", moment, this.ledger.summary());
        return this.ledger.isAnythingOpen();
    }

    private void live(BackOfficeProcess application, KillMoment moment) {
        switch (moment) {
            case STARTING -> application.livesFor(atMost(this.startTime.multipliedBy(5).dividedBy(4)));
            case ANY -> {
                awaitReady(application);
                application.livesFor(atMost(Duration.ofSeconds(4)));
            }
            default -> {
                awaitStep(application, moment);
                application.livesFor(atMost(Duration.ofMillis(40)));
            }
        }
    }

    private void awaitReady(BackOfficeProcess application) {
        awaiting(application).until(application::isReady);
        this.startTime = application.age();
    }

    private void awaitStep(BackOfficeProcess application, KillMoment step) {
        Applicant newest = this.scene.applicants().get(this.scene.applicants().size() - 1);
        awaiting(application).pollInterval(Duration.ofMillis(3))
            .ignoreExceptionsInstanceOf(BadSqlGrammarException.class)
            .until(() -> step.isReached(this.scene.database(), newest));
    }

    /** The mail server's threads do not like it when a client is killed. */
    private static ConditionFactory awaiting(BackOfficeProcess application) {
        return await().dontCatchUncaughtExceptions()
            .failFast("The application ended by itself", () -> !application.isAlive());
    }

    private Duration atMost(Duration time) {
        return time.multipliedBy(this.random.nextInt(1000)).dividedBy(1000);
    }

}
