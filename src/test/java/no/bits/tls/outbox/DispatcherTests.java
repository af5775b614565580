package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import no.bits.tls.mailaccount.TokenEndpoint;
import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DispatcherTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String CASE = "TLS-2026-00042";

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of("poll", "200ms"));

    @Test
    void committedLetterWakesTheDispatcherAtOnce() throws IOException {
        try (OutboxFixture sleepy = new OutboxFixture(Map.of("poll", "1h"))) {
            sleepy.context.getBean(Dispatcher.class).start();
            sleepy.owe("TLS-2026-00001");
            await().atMost(PATIENCE).until(() -> sleepy.server.journal().size() == 1);
            sleepy.owe("TLS-2026-00002");
            await().atMost(PATIENCE).until(() -> sleepy.server.journal().size() == 2);
        }
    }

    @Test
    void lettersOfOtherInstancesAreFoundByPolling() {
        dispatcher().start();
        String copied = """
                with letter as (
                    insert into backoffice.letter (id, purpose, case_number, recipient, period, message_id, thread,
                        envelope_sender, subject, body, message, created_at)
                    values (gen_random_uuid(), 'p', 'TLS-2026-00042', 'a@b.example', '', '<m@x>', '', 'c@d.example',
                        's', 'b', 'Message-ID: <m@x>\\015\\012\\015\\012text\\015\\012', :now) returning id)
                insert into backoffice.delivery (id, importance, address, queued_at, next_attempt_at)
                select id, 'OWED', 'a@b.example', :now, :now from letter""";
        this.fixture.jdbc.sql(copied).param("now", Timestamp.from(this.fixture.clock.instant())).update();
        await().atMost(PATIENCE).until(() -> this.fixture.mail(CASE).state() == State.SENT);
    }

    @Test
    void twoDispatchersShareTheWorkWithoutADouble() {
        Stream<Dispatcher> both = Stream.of(dispatcher(), dispatcher());
        owe(100);
        List<Dispatcher> started = both.peek(Dispatcher::start).toList();
        await().atMost(PATIENCE).until(() -> count(State.SENT) == 100);
        started.forEach(Dispatcher::stop);
        assertThat(this.fixture.server.journal()).extracting(AcceptedMail::messageId)
            .hasSize(100)
            .doesNotHaveDuplicates();
        assertThat(this.fixture.server.connections()).isGreaterThan(1);
    }

    @Test
    void stoppedDispatcherSendsNothing() {
        Dispatcher dispatcher = dispatcher();
        dispatcher.start();
        dispatcher.stop();
        this.fixture.owe(CASE);
        assertThat(dispatcher.isRunning()).isFalse();
        await().during(Duration.ofSeconds(1)).until(() -> this.fixture.server.connections() == 0);
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.NEW);
    }

    @Test
    void dispatcherOutlivesADatabaseThatGoesAway() {
        dispatcher().start();
        this.fixture.jdbc.sql("alter table backoffice.delivery rename to gone").update();
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        this.fixture.jdbc.sql("alter table backoffice.gone rename to delivery").update();
        this.fixture.owe(CASE);
        await().atMost(PATIENCE).until(() -> this.fixture.mail(CASE).state() == State.SENT);
    }

    @Test
    void whateverTheServerDoesNothingIsLostOrDoubledUnmarked() {
        long seed = Long.getLong("outbox.seed", new Random().nextLong());
        Random random = new Random(seed);
        this.fixture.server.failBy((connecting) -> {
            synchronized (random) {
                return (random.nextInt(3) == 0) ? fault(random) : null;
            }
        });
        owe(500);
        for (int round = 0; unsettled() > 0; round++) {
            assertThat(round).as("rounds with seed %d", seed).isLessThan(400);
            IntStream.range(0, 2).parallel().forEach((worker) -> this.fixture.deliver());
            this.fixture.clock.travel(Duration.ofMinutes(20));
        }
        assertThatJournalAndTableAgree(seed);
    }

    @Test
    void mailReachesARealMailbox() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            SmtpServer server = new SmtpServer(OutboxFixture.serverAddress(greenMail.getSmtp().getPort()),
                    OutboxFixture.settings(Map.of()), TokenEndpoint.none());
            this.fixture.owe(CASE);
            new Courier(this.fixture.queue, server).deliverDue(() -> true);
            assertThat(greenMail.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
            MimeMessage mail = greenMail.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo(this.fixture.mail(CASE).subject());
            assertThat(mail.getContent().toString()).contains("Fjordbånken", "Fordi – det er slik.");
            assertThat(mail.getHeader("Return-Path", null)).contains("tls-bounce+");
        }
        finally {
            greenMail.stop();
        }
    }

    @Test
    void healthIsDownOnlyWhenADueMailWaitsTooLong() {
        OutboxHealthIndicator health = this.fixture.context.getBean(OutboxHealthIndicator.class);
        this.fixture.server.failNext(new Fault(Stage.RCPT, "550 no"), Fault.cut(Stage.DOT));
        this.fixture.owe("TLS-2026-00001");
        this.fixture.remind("TLS-2026-00002");
        this.fixture.deliver();
        this.fixture.owe("TLS-2026-00003");
        this.fixture.clock.travel(Duration.ofMinutes(59));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("longestWait", "PT59M")
            .containsEntry("failed", 1L)
            .containsEntry("uncertain", 1L);
        this.fixture.clock.travel(Duration.ofMinutes(2));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        this.fixture.deliver();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(this.fixture.queue, this.fixture.context.getBean(SmtpServer.class),
                OutboxFixture.settings(Map.of("poll", "200ms")));
        this.fixture.onClose(dispatcher::stop);
        return dispatcher;
    }

    private void owe(int mails) {
        for (int i = 0; i < mails; i++) {
            Importance importance = (i % 2 == 0) ? Importance.OWED : Importance.REMINDER;
            this.fixture.owe(OutboxFixture.letter("TLS-2026-%05d".formatted(i), importance));
        }
    }

    private static Fault fault(Random random) {
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        boolean mayAnswer = stage != Stage.BODY && stage.compareTo(Stage.ACCEPTED) < 0;
        return (mayAnswer && random.nextBoolean())
                ? new Fault(stage, List.of("451 later", "421 closing", "550 never").get(random.nextInt(3)))
                : Fault.cut(stage);
    }

    private void assertThatJournalAndTableAgree(long seed) {
        List<String> journal = this.fixture.server.journal().stream().map(AcceptedMail::messageId).toList();
        Set<String> sent = ids("state = 'SENT'");
        Set<String> doubtful = ids("state = 'UNCERTAIN' or repeated");
        Set<String> doubled = journal.stream()
            .filter((id) -> journal.indexOf(id) != journal.lastIndexOf(id))
            .collect(Collectors.toSet());
        assertThat(journal).as("everything sent arrived, seed %d", seed).containsAll(sent);
        assertThat(union(sent, doubtful)).as("everything that arrived is known, seed %d", seed).containsAll(journal);
        assertThat(ids("repeated")).as("every double is marked, seed %d", seed).containsAll(doubled);
        assertThat(ids("repeated and importance = 'REMINDER'")).as("no reminder repeated, seed %d", seed).isEmpty();
        assertThat(ids("true")).hasSize(500);
        assertThat(this.fixture.failures()).as("a person hears of each mail that was given up, seed %d", seed)
            .hasSize((int) (count(State.FAILED) + count(State.UNCERTAIN)));
        assertThat(sent).as("the test was about something, seed %d", seed).hasSizeGreaterThan(200);
        assertThat(doubtful).as("some were doubtful, seed %d", seed).isNotEmpty();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    private Set<String> ids(String condition) {
        return this.fixture.jdbc.sql("select message_id from backoffice.outbound_mail where " + condition)
            .query(String.class)
            .set();
    }

    private long count(State state) {
        return ids("state = '%s'".formatted(state)).size();
    }

    private long unsettled() {
        return ids("state not in ('SENT', 'FAILED', 'UNCERTAIN')"
                + " or state = 'UNCERTAIN' and importance = 'OWED' and not repeated")
            .size();
    }

}
