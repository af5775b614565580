package no.bits.tls.inbox;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What a monitor sees of the mails that this instance took in. */
@Component
class InboxMetrics {

    private final MeterRegistry meters;

    private final Clock clock;

    private final Counter failures;

    InboxMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.failures = Counter.builder("backoffice.mails.handling.failures")
            .description("attempts to handle a mail that failed (this instance)")
            .register(meters);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void count(MailSettled mail) {
        Counter.builder("backoffice.mails.received")
            .description("mails by what became of them (this instance)")
            .tag("kind", mail.kind())
            .register(this.meters)
            .increment();
        if (mail.receivedAt() != null) {
            Timer.builder("backoffice.mails.handling")
                .description("from when a mail is stored until its case has it (this instance)")
                .tag("kind", mail.kind())
                .serviceLevelObjectives(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(15))
                .register(this.meters)
                .record(Duration.between(mail.receivedAt(), this.clock.instant()));
        }
    }

    @EventListener
    void count(AttemptFailed attempt) {
        this.failures.increment();
    }

}
