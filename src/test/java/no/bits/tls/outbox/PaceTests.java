package no.bits.tls.outbox;

import java.time.Duration;
import java.util.Map;

import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** All workers of all instances together send no faster than they may. */
class PaceTests {

    private static final Duration SPACING = Duration.ofSeconds(2);

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of("mails-per-minute", "30"));

    @Test
    void noMinuteSeesMoreMailsThanAllowedHoweverManyWorkersThereAre() {
        owe(40);
        for (int second = 0; second < 60; second++) {
            this.fixture.deliverBy(4);
            this.fixture.clock.travel(Duration.ofSeconds(1));
        }
        assertThat(this.fixture.server.journal()).hasSize(30);
    }

    @Test
    void workerWaitsWithItsConnectionButWithoutALease() {
        owe(2);
        try (Courier courier = this.fixture.courier()) {
            assertThat(courier.deliverDue(() -> true)).isEqualTo(SPACING);
            assertThat(this.fixture.mailsIn(State.NEW)).hasSize(1);
            this.fixture.clock.travel(SPACING);
            courier.deliverDue(() -> true);
        }
        assertThat(this.fixture.server.journal()).hasSize(2);
        assertThat(this.fixture.server.connections()).isEqualTo(1);
    }

    @Test
    void quietTimeIsNotSavedUpForABurst() {
        this.fixture.clock.travel(Duration.ofDays(1));
        owe(5);
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(1);
    }

    @Test
    void answerGoesBeforeTheRemindersThatCameEarlier() {
        this.fixture.owe(OutboxFixture.letter("TLS-2026-00001", Importance.REMINDER));
        this.fixture.clock.travel(Duration.ofMinutes(1));
        this.fixture.owe(OutboxFixture.letter("TLS-2026-00002", Importance.OWED));
        this.fixture.deliver();
        assertThat(this.fixture.mail("TLS-2026-00002").state()).isEqualTo(State.SENT);
        assertThat(this.fixture.mail("TLS-2026-00001").state()).isEqualTo(State.NEW);
    }

    @Test
    void nothingDueCostsNoToken() {
        this.fixture.deliver();
        owe(1);
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(1);
    }

    private void owe(int mails) {
        for (int i = 0; i < mails; i++) {
            this.fixture.owe("TLS-2026-%05d".formatted(i));
        }
    }

}
