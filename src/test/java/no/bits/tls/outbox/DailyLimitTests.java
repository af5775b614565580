package no.bits.tls.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import no.bits.tls.outbox.Fault.Stage;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One address gets no more mails in 24 hours than it may; what is beyond waits. */
class DailyLimitTests {

    private static final int LIMIT = 20;

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture(Map.of("daily-limit", String.valueOf(LIMIT)));

    private int mails;

    @Test
    void mailsBeyondTheLimitAreHeldHoweverTheAddressIsCapitalised() {
        owe("it@bank.example", 15);
        owe("IT@bank.example", 10);
        owe("post@bank.example", 1);
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(LIMIT + 1);
        assertThat(this.fixture.mailsIn(State.HELD)).hasSize(5);
        assertThat(this.fixture.mail("TLS-2026-00025").state()).isEqualTo(State.SENT);
    }

    @Test
    void mailsBeyondTheLimitAreHeldHoweverManyWorkersThereAre() {
        owe("it@bank.example", 60);
        this.fixture.deliverBy(4);
        assertThat(this.fixture.server.journal()).hasSize(LIMIT);
        assertThat(this.fixture.mailsIn(State.HELD)).hasSize(40);
    }

    @Test
    void heldMailLeavesAsSoonAsItsAddressMayGetOneMore() {
        Instant start = this.fixture.clock.instant();
        for (int i = 0; i < LIMIT + 2; i++) {
            owe("it@bank.example", 1);
            this.fixture.deliver();
            this.fixture.clock.travel(Duration.ofMinutes(10));
        }
        List<OutgoingMail> held = this.fixture.mailsIn(State.HELD);
        assertThat(held).hasSize(2)
            .extracting(OutgoingMail::nextAttemptAt)
            .containsOnly(start.plus(Duration.ofDays(1)));
        travelTo(start.plus(Duration.ofDays(1)).minusMillis(1));
        assertThat(this.fixture.server.journal()).hasSize(LIMIT);
        travelTo(start.plus(Duration.ofDays(1)));
        assertThat(this.fixture.server.journal()).hasSize(LIMIT + 1);
        travelTo(start.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(10)));
        assertThat(this.fixture.server.journal()).hasSize(LIMIT + 2);
        assertThat(this.fixture.mailsIn(State.HELD)).isEmpty();
        assertThat(this.fixture.failures()).isEmpty();
    }

    @Test
    void refusedMailTakesNoShare() {
        Fault refusal = new Fault(Stage.RCPT, "550 5.7.1 no");
        this.fixture.server.failNext(refusal, refusal, refusal, refusal);
        owe("it@bank.example", 25);
        this.fixture.deliver();
        this.fixture.clock.travel(Duration.ofMinutes(1));
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(LIMIT);
        assertThat(this.fixture.mailsIn(State.HELD)).hasSize(25 - LIMIT - this.fixture.failures().size());
    }

    @Test
    void loopFillsOnlyItsOwnAddressNotTheQueue() {
        owe("loop@bank.example", 200);
        this.fixture.clock.travel(Duration.ofMinutes(1));
        owe("it@bank.example", 1);
        this.fixture.deliver();
        assertThat(this.fixture.mail("TLS-2026-00200").state()).isEqualTo(State.SENT);
        assertThat(this.fixture.mailsIn(State.HELD)).hasSize(180);
    }

    private void travelTo(Instant time) {
        this.fixture.clock.travel(Duration.between(this.fixture.clock.instant(), time));
        this.fixture.deliver();
    }

    private void owe(String recipient, int count) {
        for (int i = 0; i < count; i++) {
            this.fixture
                .owe(OutboxFixture.letterTo(recipient, "TLS-2026-%05d".formatted(this.mails++), Importance.REMINDER));
        }
    }

}
