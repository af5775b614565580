package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a mail by what the server says of it. */
class DeliveryTests {

    private static final String CASE = "TLS-2026-00042";

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of("answer-timeout", "2s"));

    @Test
    void newMailIsSentAndTheServersAnswerKept() {
        this.fixture.owe(CASE);
        assertThat(mail().state()).isEqualTo(State.NEW);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.SENT);
        assertThat(mail().sentAt()).isEqualTo(this.fixture.clock.instant());
        assertThat(mail().lastAnswer()).isEqualTo("250 2.0.0 kept");
        assertThat(this.fixture.server.journal()).singleElement()
            .extracting(AcceptedMail::messageId)
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
        AcceptedMail accepted = this.fixture.server.journal().get(0);
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
        this.fixture.assertSentAfter(CASE, Duration.ofMinutes(1));
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

    @Test
    void refusalOfOurLogInIsNoFailureOfTheMail() {
        this.fixture.server.failNext(new Fault(Stage.MAIL, "530 5.7.0 authenticate first"));
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
    }

    @Test
    void refusalOfTheDotIsNoDoubtThoughTheConnectionThenEnds() {
        this.fixture.server.failNext(new Fault(Stage.DOT, "421 4.3.2 closing"));
        this.fixture.remind(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
    }

    @Test
    void waitsDoubleUntilTheyAreLongestAndEndAfterThreeDays() {
        this.fixture.server.failBy((connecting) -> new Fault(Stage.RCPT, "450 4.2.1 full"));
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

    private OutgoingMail mail() {
        return this.fixture.mail(CASE);
    }

    private Instant nextAttempt() {
        return this.fixture.jdbc.sql("select next_attempt_at from backoffice.outbound_mail")
            .query(Timestamp.class)
            .single()
            .toInstant();
    }

}
