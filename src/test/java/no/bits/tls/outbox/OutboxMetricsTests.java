package no.bits.tls.outbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;

import no.bits.tls.outbox.Fault.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxMetricsTests {

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture();

    @Test
    void tellsHowEveryAttemptEnded() {
        this.fixture.owe("TLS-2026-00004");
        this.fixture.deliver();
        this.fixture.server.failNext(new Fault(Stage.RCPT, "550 no"), Fault.cut(Stage.DOT));
        this.fixture.owe("TLS-2026-00001");
        this.fixture.remind("TLS-2026-00003");
        this.fixture.deliver();
        this.fixture.server.failNext(new Fault(Stage.RCPT, "451 later"));
        this.fixture.owe("TLS-2026-00002");
        this.fixture.deliver();
        assertThat(attempts("failed")).isEqualTo(1);
        assertThat(attempts("retry")).isEqualTo(1);
        assertThat(attempts("uncertain")).isEqualTo(1);
        assertThat(attempts("sent")).isEqualTo(1);
        assertThat(waiting("retry")).isEqualTo(1);
        assertThat(waiting("failed")).isEqualTo(1);
        assertThat(waiting("uncertain")).isEqualTo(1);
        assertThat(waiting("new")).isZero();
    }

    @Test
    void tellsHowLongMailsWaitedAndHowLongTheOldestDoes() {
        this.fixture.owe("TLS-2026-00001");
        this.fixture.clock.travel(Duration.ofMinutes(7));
        assertThat(oldest()).isBetween(419.0, 450.0);
        this.fixture.deliver();
        assertThat(meters().get("backoffice.mails.delivery").timer().totalTime(TimeUnit.SECONDS)).isBetween(419.0,
                450.0);
        this.fixture.clock.travel(Duration.ofSeconds(11));
        assertThat(oldest()).isZero();
    }

    @Test
    void asksTheDatabaseAtMostEveryTenSecondsAndSaysNothingWhereItIsAway() {
        assertThat(waiting("new")).isZero();
        this.fixture.owe("TLS-2026-00001");
        assertThat(waiting("new")).isZero();
        this.fixture.clock.travel(Duration.ofSeconds(11));
        assertThat(waiting("new")).isEqualTo(1);
        this.fixture.jdbc.sql("alter table backoffice.delivery rename to gone").update();
        this.fixture.clock.travel(Duration.ofSeconds(11));
        assertThat(waiting("new")).isNaN();
    }

    private double attempts(String outcome) {
        return meters().get("backoffice.mails.attempts")
            .tag("outcome", outcome)
            .tag("purpose", "enrolment-declined")
            .counter()
            .count();
    }

    private double waiting(String state) {
        return meters().get("backoffice.mails.outbound").tag("state", state).gauge().value();
    }

    private double oldest() {
        return meters().get("backoffice.mails.outbound.oldest").timeGauge().value(TimeUnit.SECONDS);
    }

    private MeterRegistry meters() {
        return this.fixture.context.getBean(MeterRegistry.class);
    }

}
