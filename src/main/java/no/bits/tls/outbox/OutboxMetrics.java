package no.bits.tls.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import no.bits.tls.outbox.OutgoingMail.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What a monitor sees of this instance's attempts to send. */
@Component
class OutboxMetrics {

    private final MeterRegistry meters;

    private final Clock clock;

    OutboxMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void count(MailConcluded attempt) {
        Counter.builder("backoffice.mails.attempts")
            .description("attempts to send a mail by how they ended (this instance)")
            .tag("purpose", attempt.purpose())
            .tag("outcome", attempt.state().name().toLowerCase(Locale.ROOT))
            .register(this.meters)
            .increment();
        if (attempt.state() == State.SENT) {
            Timer.builder("backoffice.mails.delivery")
                .description("from when a mail is owed until the mail server takes it (this instance)")
                .tag("purpose", attempt.purpose())
                .serviceLevelObjectives(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1))
                .register(this.meters)
                .record(Duration.between(attempt.createdAt(), this.clock.instant()));
        }
    }

}
