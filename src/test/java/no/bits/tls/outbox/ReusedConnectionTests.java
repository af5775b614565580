package no.bits.tls.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** One connection for many mails. */
class ReusedConnectionTests {

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of("answer-timeout", "2s"));

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

    @ParameterizedTest
    @EnumSource(names = { "MAIL", "RCPT", "DATA", "DOT" })
    void refusedMailIsResetAndTheConnectionKept(Stage stage) {
        this.fixture.server.failNext(new Fault(stage, "554 5.7.1 not this one"));
        this.fixture.owe("TLS-2026-00001");
        this.fixture.owe("TLS-2026-00002");
        this.fixture.deliver();
        assertThat(this.fixture.server.connections()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(this.fixture.server.commands()).containsSubsequence("MAIL", "RSET",
                "MAIL", "RCPT", "DATA", "QUIT"));
        assertThat(this.fixture.server.journal()).hasSize(1);
    }

    @Test
    void connectionCarriesNoMoreMailsThanItMay() throws IOException {
        try (OutboxFixture frugal = new OutboxFixture(Map.of("mails-per-connection", "3"))) {
            for (int i = 10; i < 20; i++) {
                frugal.owe("TLS-2026-000" + i);
            }
            frugal.deliver();
            assertThat(frugal.server.journal()).hasSize(10);
            assertThat(frugal.server.connections()).isEqualTo(4);
        }
    }

}
