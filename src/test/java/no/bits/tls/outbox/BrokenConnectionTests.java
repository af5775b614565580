package no.bits.tls.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a mail when the connection breaks. */
class BrokenConnectionTests {

    private static final String CASE = "TLS-2026-00042";

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of("answer-timeout", "2s"));

    @ParameterizedTest
    @MethodSource
    void serverThatCannotBeUsedIsTriedAgain(Fault fault) {
        this.fixture.server.failNext(fault, fault);
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
        assertThat(mail().lastAnswer()).startsWith("No connection: ");
        this.fixture.server.failBy((connecting) -> null);
        this.fixture.assertSentAfter(CASE, Duration.ofMinutes(1));
        assertThat(this.fixture.failures()).isEmpty();
    }

    static Stream<Fault> serverThatCannotBeUsedIsTriedAgain() {
        return Stream.of(new Fault(Stage.CONNECT, "421 too busy"), new Fault(Stage.CONNECT, "554 not you"),
                Fault.cut(Stage.CONNECT), new Fault(Stage.EHLO, "550 not you"), Fault.cut(Stage.EHLO),
                Fault.hang(Stage.CONNECT));
    }

    @Test
    void serverThatIsAwayCostsOneMailATryAndNotAll() {
        this.fixture.server.failBy((connecting) -> Fault.cut(Stage.CONNECT));
        this.fixture.owe("TLS-2026-00001");
        this.fixture.owe("TLS-2026-00002");
        this.fixture.deliver();
        assertThat(this.fixture.mail("TLS-2026-00001").state()).isEqualTo(State.RETRY);
        assertThat(this.fixture.mail("TLS-2026-00002").state()).isEqualTo(State.NEW);
    }

    @ParameterizedTest
    @EnumSource(names = { "MAIL", "RCPT", "DATA" })
    void cutBeforeTheBodyIsTriedAgainUnmarked(Stage stage) {
        this.fixture.server.failNext(Fault.cut(stage));
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.RETRY);
        this.fixture.assertSentAfter(CASE, Duration.ofMinutes(1));
        assertThat(mail().repeated()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("endsInTheWindow")
    void owedMailThatMayHaveArrivedIsSentOnceMoreAndMarked(Fault fault) {
        this.fixture.server.failNext(fault);
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(mail().state()).isEqualTo(State.UNCERTAIN);
        assertThat(mail().repeated()).isFalse();
        this.fixture.assertSentAfter(CASE, Duration.ofMinutes(1));
        assertThat(mail().repeated()).isTrue();
        assertThat(this.fixture.server.journal()).extracting(AcceptedMail::messageId)
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

    private OutgoingMail mail() {
        return this.fixture.mail(CASE);
    }

}
