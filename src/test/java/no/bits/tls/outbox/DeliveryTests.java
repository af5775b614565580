package no.bits.tls.outbox;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import no.bits.tls.outbox.FaultySmtpServer.Accepted;
import no.bits.tls.outbox.FaultySmtpServer.Fault;
import no.bits.tls.outbox.FaultySmtpServer.Stage;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One test for each way that a mail can go from state to state. */
class DeliveryTests {

    private static final String CASE = "TLS-2026-00042";

    private OutboxFixture fixture;

    @BeforeEach
    void start() throws IOException {
        this.fixture = new OutboxFixture(Map.of("answer-timeout", "2s"));
    }

    @AfterEach
    void stop() throws IOException {
        this.fixture.close();
    }

    @Test
    void newMailIsSentAndTheServersAnswerKept() {
        this.fixture.owe(CASE);
        assertThat(mail().state()).isEqualTo(State.NEW);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
        assertThat(mail().sentAt()).isEqualTo(this.fixture.clock.instant());
        assertThat(mail().lastAnswer()).isEqualTo("250 2.0.0 kept");
        assertThat(this.fixture.server.journal()).singleElement()
            .extracting(Accepted::messageId)
            .isEqualTo("<o.%s@tls.bits.no>".formatted(mail().id()));
    }

    @Test
    void sentMailIsNotSentAgain() {
        this.fixture.owe(CASE);
        this.fixture.deliver();
        this.fixture.clock.travel(Duration.ofDays(10));
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(1);
    }

    @Test
    void deliveryReportsAreAskedForAndComeBackUnderTheMailsToken() {
        this.fixture.owe(CASE);
        this.fixture.deliver();
        String token = this.fixture.context.getBean(MailToken.class).of(mail().id());
        Accepted accepted = this.fixture.server.journal().get(0);
        assertThat(accepted.from())
            .isEqualTo("MAIL FROM:<tls-bounce+%s@bits.no> RET=HDRS ENVID=%s".formatted(token, mail().id()));
        assertThat(accepted.to()).isEqualTo("RCPT TO:<it@fjordbanken.example> NOTIFY=FAILURE,DELAY");
    }

    @Test
    void inDataIsCommittedBeforeTheFinalDot() {
        this.fixture.server.beforeAnswerToDot(() -> assertThat(mail().state()).isEqualTo(State.IN_DATA));
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
    }

    @ParameterizedTest
    @EnumSource(names = { "MAIL", "RCPT", "DATA", "DOT" })
    void temporaryRefusalIsTriedAgain(Stage stage) {
        this.fixture.server.failNext(new Fault(stage, "451 4.3.0 come back"));
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
        assertThat(mail().lastAnswer()).isEqualTo("451 4.3.0 come back");
        assertThatIsSentAfter(Duration.ofMinutes(1));
        assertThat(mail().repeated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = { "MAIL", "RCPT", "DATA", "DOT" })
    void refusalForGoodFailsAndIsTold(Stage stage) {
        this.fixture.server.failNext(new Fault(stage, "550 5.1.1 nobody here"));
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.FAILED);
        assertThat(this.fixture.failures()).singleElement().satisfies((failure) -> {
            assertThat(failure.id()).isEqualTo(mail().id());
            assertThat(failure.recipient().value()).isEqualTo("it@fjordbanken.example");
            assertThat(failure.answer()).isEqualTo("550 5.1.1 nobody here");
        });
        this.fixture.clock.travel(Duration.ofDays(10));
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void serverThatCannotBeUsedIsTriedAgain(Fault fault) {
        this.fixture.server.failNext(fault, fault);
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
        assertThat(mail().lastAnswer()).startsWith("No connection: ");
        this.fixture.server.failBy(() -> null);
        assertThatIsSentAfter(Duration.ofMinutes(1));
        assertThat(this.fixture.failures()).isEmpty();
    }

    static Stream<Fault> serverThatCannotBeUsedIsTriedAgain() {
        return Stream.of(new Fault(Stage.CONNECT, "421 too busy"), new Fault(Stage.CONNECT, "554 not you"),
                Fault.cut(Stage.CONNECT), new Fault(Stage.EHLO, "550 not you"), Fault.cut(Stage.EHLO),
                Fault.hang(Stage.CONNECT));
    }

    @ParameterizedTest
    @EnumSource(names = { "MAIL", "RCPT", "DATA" })
    void cutBeforeTheBodyIsTriedAgainUnmarked(Stage stage) {
        this.fixture.server.failNext(Fault.cut(stage));
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
        assertThatIsSentAfter(Duration.ofMinutes(1));
        assertThat(mail().repeated()).isFalse();
    }

    @Test
    void refusalOfOurLogInIsNoFailureOfTheMail() {
        this.fixture.server.failNext(new Fault(Stage.MAIL, "530 5.7.0 authenticate first"));
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
    }

    @ParameterizedTest
    @MethodSource("endsInTheWindow")
    void owedMailThatMayHaveArrivedIsSentOnceMoreAndMarked(Fault fault) {
        this.fixture.server.failNext(fault);
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        assertThat(mail().repeated()).isFalse();
        assertThatIsSentAfter(Duration.ofMinutes(1));
        assertThat(mail().repeated()).isTrue();
        assertThat(this.fixture.server.journal()).extracting(Accepted::messageId)
            .containsOnly("<o.%s@tls.bits.no>".formatted(mail().id()));
    }

    @ParameterizedTest
    @MethodSource("endsInTheWindow")
    void reminderThatMayHaveArrivedIsNeverRepeated(Fault fault) {
        this.fixture.server.failNext(fault);
        this.fixture.remind(CASE);
        this.fixture.deliver();
        this.fixture.clock.travel(Duration.ofDays(10));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        assertThat(this.fixture.server.journal()).hasSizeLessThanOrEqualTo(1);
    }

    static Stream<Fault> endsInTheWindow() {
        return Stream.of(Fault.cut(Stage.BODY), Fault.cut(Stage.DOT), Fault.cut(Stage.ACCEPTED),
                Fault.hang(Stage.ACCEPTED), new Fault(Stage.ACCEPTED, "no SMTP at all"));
    }

    @Test
    void owedMailIsRepeatedOnlyOnce() {
        this.fixture.server.failNext(Fault.cut(Stage.ACCEPTED), Fault.cut(Stage.ACCEPTED));
        this.fixture.owe(CASE);
        for (int day = 0; day < 4; day++) {
            this.fixture.deliver();
            this.fixture.clock.travel(Duration.ofDays(1));
        }
        assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        assertThat(this.fixture.server.journal()).hasSize(2);
    }

    @Test
    void refusalOfTheDotIsNoDoubtThoughTheConnectionThenEnds() {
        this.fixture.server.failNext(new Fault(Stage.DOT, "421 4.3.2 closing"));
        this.fixture.remind(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
    }

    @Test
    void cutAfterTheAnswerDoesNoHarm() {
        this.fixture.server.failNext(Fault.cut(Stage.DONE));
        this.fixture.owe("TLS-2026-00001");
        this.fixture.owe("TLS-2026-00002");
        this.fixture.deliver();
        this.fixture.clock.travel(Duration.ofMinutes(1));
        this.fixture.deliver();
        assertThat(this.fixture.mail("TLS-2026-00001").state()).isEqualTo(State.SENT);
        assertThat(this.fixture.mail("TLS-2026-00002").state()).isEqualTo(State.SENT);
        assertThat(this.fixture.server.journal()).hasSize(2);
    }

    @Test
    void waitsDoubleUntilTheyAreLongestAndEndAfterThreeDays() {
        this.fixture.server.failBy(() -> new Fault(Stage.RCPT, "450 4.2.1 full"));
        this.fixture.owe(CASE);
        List<Duration> waits = new ArrayList<>();
        for (this.fixture.deliver(); mail().state() == State.RETRY; this.fixture.deliver()) {
            waits.add(Duration.between(this.fixture.clock.instant(), nextAttempt()));
            this.fixture.clock.travel(waits.get(waits.size() - 1));
        }
        assertThat(mail().state()).isEqualTo(State.FAILED);
        assertThat(waits.subList(0, 11)).extracting(Duration::toMinutes)
            .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L);
        assertThat(waits.stream().mapToLong(Duration::toHours).sum()).isBetween(65L, 72L);
        assertThat(this.fixture.failures()).hasSize(1);
    }

    @Test
    void oneConnectionCarriesManyMailsAlsoAfterARefusal() {
        this.fixture.server.failNext(new Fault(Stage.RCPT, "550 no"));
        for (int i = 10; i < 30; i++) {
            this.fixture.owe("TLS-2026-000" + i);
        }
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(19);
        assertThat(this.fixture.server.connections()).isEqualTo(1);
    }

    @Test
    void refusalOfOneMailIsNotTakenForTheNext() {
        this.fixture.server.failNext(new Fault(Stage.DOT, "550 no"), Fault.cut(Stage.MAIL));
        this.fixture.owe("TLS-2026-00001");
        this.fixture.clock.travel(Duration.ofSeconds(1));
        this.fixture.owe("TLS-2026-00002");
        this.fixture.deliver();
        assertThat(this.fixture.mail("TLS-2026-00001").state()).isEqualTo(State.FAILED);
        assertThat(this.fixture.mail("TLS-2026-00002").state()).isEqualTo(State.RETRY);
    }

    @Test
    void serverThatIsAwayCostsOneMailATryAndNotAll() {
        this.fixture.server.failBy(() -> Fault.cut(Stage.CONNECT));
        this.fixture.owe("TLS-2026-00001");
        this.fixture.owe("TLS-2026-00002");
        this.fixture.deliver();
        assertThat(this.fixture.mail("TLS-2026-00001").state()).isEqualTo(State.RETRY);
        assertThat(this.fixture.mail("TLS-2026-00002").state()).isEqualTo(State.NEW);
    }

    @Test
    void mailWhoseWorkerDiedBeforeTheDotIsNewAgain() {
        this.fixture.remind(CASE);
        this.fixture.queue.claim(UUID.randomUUID());
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.CLAIMED);
        this.fixture.clock.travel(Duration.ofMinutes(16));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
        assertThat(mail().repeated()).isFalse();
    }

    @Test
    void reminderWhoseWorkerDiedAtTheDotIsUncertain() {
        this.fixture.remind(CASE);
        this.fixture.queue.enterData(this.fixture.queue.claim(UUID.randomUUID()).orElseThrow());
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.IN_DATA);
        this.fixture.clock.travel(Duration.ofMinutes(16));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        assertThat(this.fixture.server.journal()).isEmpty();
    }

    @Test
    void owedMailWhoseWorkerDiedAtTheDotIsSentOnceMoreAndMarked() {
        this.fixture.owe(CASE);
        this.fixture.queue.enterData(this.fixture.queue.claim(UUID.randomUUID()).orElseThrow());
        assertThatIsSentAfter(Duration.ofMinutes(15));
        assertThat(mail().repeated()).isTrue();
    }

    @Test
    void workerThatLostItsLeaseSendsNoDot() {
        this.fixture.owe(CASE);
        QueuedMail slow = this.fixture.queue.claim(UUID.randomUUID()).orElseThrow();
        this.fixture.clock.travel(Duration.ofMinutes(16));
        this.fixture.queue.takeOver();
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> this.fixture.queue.enterData(slow));
        SmtpServer server = this.fixture.context.getBean(SmtpServer.class);
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> {
            try (SmtpConnection connection = server.connect()) {
                connection.deliver(slow, () -> this.fixture.queue.enterData(slow));
            }
        });
        assertThat(this.fixture.server.journal()).isEmpty();
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(1);
    }

    @Test
    void workerWhoseAnswerCameLateStillSettlesAnUncertainMail() {
        this.fixture.server.beforeAnswerToDot(() -> {
            this.fixture.clock.travel(Duration.ofMinutes(16));
            this.fixture.queue.takeOver();
            assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        });
        this.fixture.remind(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
    }

    private OutgoingMail mail() {
        return this.fixture.mail(CASE);
    }

    private Instant nextAttempt() {
        return this.fixture.jdbc.sql("select next_attempt_at from backoffice.outbound_mail")
            .query(Timestamp.class)
            .single()
            .toInstant();
    }

    private void assertThatIsSentAfter(Duration wait) {
        State before = mail().state();
        this.fixture.clock.travel(wait.minusSeconds(1));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(before);
        this.fixture.clock.travel(Duration.ofSeconds(1).plusMillis(1));
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
    }

}
