package no.bits.tls.inbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InboxMetricsTests {

    private final InboxFixture inbox = new InboxFixture().with("attempts", 1);

    private final MeterRegistry meters = new SimpleMeterRegistry();

    private final InboxMetrics metrics = new InboxMetrics(this.meters, this.inbox.clock);

    private final InboxFigures figures = new InboxFigures(this.meters, this.inbox.jdbc, this.inbox.clock);

    @AfterEach
    void stop() {
        this.inbox.close();
    }

    @Test
    void tellsWhatLiesInTheTables() {
        this.inbox.stored(MailIntakeTests.mail("Poison"));
        this.inbox.stored(MailIntakeTests.mail("Unknown"));
        this.inbox.stored(MailIntakeTests.mail("Known"));
        this.inbox.stored(MailIntakeTests.mail("Known"));
        assertThat(waiting("stored")).isEqualTo(3);
        assertThat(waiting("duplicate")).isEqualTo(1);
        this.inbox.clock.advance(Duration.ofMinutes(3));
        assertThat(oldest()).isBetween(180.0, 240.0);
        this.inbox.intake().handleDue(() -> false);
        this.inbox.clock.advance(Duration.ofSeconds(11));
        assertThat(waiting("stored")).isZero();
        assertThat(waiting("unclaimed")).isEqualTo(1);
        assertThat(waiting("quarantined")).isEqualTo(1);
        assertThat(oldest()).isZero();
    }

    @Test
    void tellsWhatThisInstanceDid() {
        this.inbox.stored(MailIntakeTests.mail("Poison"));
        this.inbox.stored(MailIntakeTests.mail("Unknown"));
        this.inbox.stored(MailIntakeTests.mail("Known"));
        this.inbox.clock.advance(Duration.ofMinutes(3));
        this.inbox.intake().handleDue(() -> false);
        this.inbox.happened(MailSettled.class).forEach(this.metrics::count);
        this.inbox.happened(AttemptFailed.class).forEach(this.metrics::count);
        assertThat(received("eager")).isEqualTo(1);
        assertThat(received("unclaimed")).isEqualTo(1);
        assertThat(received("quarantined")).isEqualTo(1);
        assertThat(
                this.meters.get("backoffice.mails.handling").tag("kind", "eager").timer().totalTime(TimeUnit.SECONDS))
            .isBetween(180.0, 240.0);
        assertThat(this.meters.get("backoffice.mails.handling.failures").counter().count()).isEqualTo(1);
    }

    private double waiting(String state) {
        return this.meters.get("backoffice.mails.inbound").tag("state", state).gauge().value();
    }

    private double oldest() {
        return this.meters.get("backoffice.mails.inbound.oldest").timeGauge().value(TimeUnit.SECONDS);
    }

    private double received(String kind) {
        return this.meters.get("backoffice.mails.received").tag("kind", kind).counter().count();
    }

}
