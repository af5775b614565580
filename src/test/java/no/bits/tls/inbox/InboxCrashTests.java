package no.bits.tls.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import no.bits.tls.Patience;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances read one mailbox and are killed at random moments, one after the other:
 * each mail is handled once and ends in its folder. {@code -Dinbox.kills} says how often,
 * {@code -Dinbox.seed} repeats the choices of a run.
 */
class InboxCrashTests {

    private static final Logger logger = LoggerFactory.getLogger(InboxCrashTests.class);

    private static final int KILLS = Integer.getInteger("inbox.kills", 5);

    private static final int BATCH = 25;

    private static final long SEED = Long.getLong("inbox.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    private final InboxFixture inbox = new InboxFixture();

    private final List<String> good = new ArrayList<>();

    private final List<String> bad = new ArrayList<>();

    private int renamed;

    @BeforeEach
    void createWhatTheInstancesNote() {
        logger.warn("{} kills with -Dinbox.seed={}", KILLS, SEED);
        this.inbox.jdbc.sql("create table noted (subject text not null)").update();
    }

    @AfterEach
    void close() {
        this.inbox.close();
    }

    @Test
    void handlesEachMailOnceWhoeverIsKilled() {
        try (MailHost host = new EmbeddedMailHost()) {
            killWhileMailsArrive(host, () -> {
            });
            assertNothingIsLostOrDoubled();
            assertFiledOnce(host);
        }
    }

    @Test
    void handlesEachMailOnceWhoeverIsKilledAtARealServer() {
        try (MailHost host = new Dovecot("")) {
            killWhileMailsArrive(host, () -> {
            });
            assertNothingIsLostOrDoubled();
            assertFiledOnce(host);
        }
    }

    @Test
    void handlesEachMailOnceWhateverElseHappensToTheServer() {
        try (Dovecot host = new Dovecot("")) {
            killWhileMailsArrive(host, () -> disturb(host));
            assertNothingIsLostOrDoubled();
            List<String> processed = new ArrayList<>(host.subjects("Processed"));
            IntStream.rangeClosed(1, this.renamed).forEach((number) -> processed.addAll(host.subjects("Old" + number)));
            assertThat(processed).containsAll(this.good).doesNotContainAnyElementsOf(this.bad);
            assertThat(host.subjects("Failed")).containsAll(this.bad);
        }
    }

    private void killWhileMailsArrive(MailHost host, Runnable disturbance) {
        try (InboxFleet fleet = new InboxFleet(this.inbox.database.getJdbcUrl(), settings(host), this.inbox.jdbc)) {
            deliver(host, "Poison", MailIntakeTests.mail("Poison"), this.bad);
            deliver(host, "Deadly", MailIntakeTests.mail("Deadly"), this.bad);
            deliver(host, "Large", MailIntakeTests.mail("Large") + "x\r\n".repeat(10_000), this.bad);
            for (int kill = 0; kill < KILLS; kill++) {
                InboxProcess reader = await(fleet).until(fleet::reader, Optional::isPresent).orElseThrow();
                InboxProcess victim = (this.random.nextInt(4) > 0) ? reader : fleet.other(reader);
                int handled = this.random.nextInt(BATCH + 1) + distinct().size();
                deliverSome(host);
                await(fleet).pollInterval(Duration.ofMillis(3)).until(() -> noted().size() >= handled);
                victim.livesFor(Duration.ofMillis(this.random.nextInt(50)));
                disturbance.run();
                victim.close();
            }
            await(fleet).until(() -> host.subjects("INBOX").isEmpty());
            await(fleet).until(() -> this.inbox.count(MailState.STORED) == 0);
        }
    }

    /** Whoever has died is replaced while we wait. */
    private static ConditionFactory await(InboxFleet fleet) {
        return Patience.await()
            .dontCatchUncaughtExceptions()
            .ignoreExceptions()
            .pollInterval(Duration.ofMillis(50))
            .conditionEvaluationListener((condition) -> fleet.complete());
    }

    private void deliverSome(MailHost host) {
        for (int number = 0; number < BATCH; number++) {
            String subject = "Mail " + distinct().size();
            String mail = MailIntakeTests.mail(subject) + "Hilsen Kari\r\n".repeat(this.random.nextInt(500));
            deliver(host, subject, mail, this.good);
            if (this.random.nextInt(10) == 0) {
                deliver(host, subject, mail, this.good);
            }
        }
    }

    private void disturb(Dovecot host) {
        try {
            switch (this.random.nextInt(3)) {
                case 0 -> host.renumber();
                case 1 -> host.loseIndex();
                default -> host.renameFolder("Processed", "Old" + ++this.renamed);
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void assertNothingIsLostOrDoubled() {
        logger.warn("{} good mails, {} of them interrupted while they were handled", this.good.size(),
                strings("select subject from backoffice.inbound_mail where state = 'HANDLED' and attempts > 1").size());
        assertThat(noted()).containsExactlyInAnyOrderElementsOf(distinct());
        assertThat(this.inbox.count(MailState.HANDLED)).isEqualTo(distinct().size());
        assertThat(this.inbox.count(MailState.QUARANTINED)).isEqualTo(this.bad.size());
        assertThat(strings("select encode(sha256, 'hex') from backoffice.inbound_mail where duplicate_of is null"))
            .hasSize(distinct().size() + this.bad.size())
            .doesNotHaveDuplicates();
    }

    private void assertFiledOnce(MailHost host) {
        assertThat(host.subjects("Processed")).containsExactlyInAnyOrderElementsOf(this.good);
        assertThat(host.subjects("Failed")).containsExactlyInAnyOrderElementsOf(this.bad);
        assertThat(strings("select id::text from backoffice.inbound_mail")).hasSize(this.good.size() + this.bad.size());
    }

    private List<String> noted() {
        return strings("select subject from noted");
    }

    private List<String> distinct() {
        return this.good.stream().distinct().toList();
    }

    private List<String> strings(String sql) {
        return this.inbox.jdbc.sql(sql).query(String.class).list();
    }

    private static void deliver(MailHost host, String subject, String mail, List<String> kind) {
        host.deliver(mail.getBytes(StandardCharsets.UTF_8));
        kind.add(subject);
    }

    private static List<String> settings(MailHost host) {
        return List.of("port=" + host.port(), "attempts=4", "limits.size=20KB", "poll=200ms", "idle-renewal=2s");
    }

}
