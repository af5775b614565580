package no.bits.tls.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import no.bits.tls.workflow.Remembered;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What a monitor sees of the mails that reach us: counters and timers of what this
 * instance did, gauges of what lies in the tables, which are the same on every instance.
 */
@Component
class InboxMetrics {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final MeterRegistry meters;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final Counter failures;

    private final Remembered<Map<MailState, Lot>> mails;

    InboxMetrics(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.meters = meters;
        this.jdbc = jdbc;
        this.clock = clock;
        this.failures = Counter.builder("backoffice.mails.handling.failures")
            .description("attempts to handle a mail that failed (this instance)")
            .register(meters);
        this.mails = new Remembered<>(this::count, FRESH, clock);
        for (MailState state : MailState.values()) {
            if (state != MailState.HANDLED) {
                register(state);
            }
        }
        TimeGauge.builder("backoffice.mails.inbound.oldest", this, TimeUnit.MILLISECONDS, (metrics) -> metrics.oldest())
            .description("how long the oldest mail waits to be handled (all instances)")
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

    private void register(MailState state) {
        Gauge.builder("backoffice.mails.inbound", this, (metrics) -> metrics.lot(state).mails())
            .description("mails that no case has (all instances)")
            .tag("state", state.name().toLowerCase(Locale.ROOT))
            .register(this.meters);
    }

    private double oldest() {
        return lot(MailState.STORED).oldest()
            .map((since) -> Duration.between(since, this.clock.instant()).toMillis())
            .orElse(0L);
    }

    private Lot lot(MailState state) {
        return this.mails.get().getOrDefault(state, Lot.NONE);
    }

    private Map<MailState, Lot> count() {
        Map<MailState, Lot> lots = new EnumMap<>(MailState.class);
        this.jdbc.sql("""
                select state, count(*) as mails, min(received_at) as oldest
                from backoffice.inbound_mail where state <> 'HANDLED' group by state""").query((row) -> {
            lots.put(MailState.valueOf(row.getString("state")),
                    new Lot(row.getLong("mails"), Optional.of(row.getTimestamp("oldest").toInstant())));
        });
        return lots;
    }

    /**
     * The mails in one state.
     *
     * @param mails how many
     * @param oldest when the first of them was stored
     */
    private record Lot(long mails, Optional<Instant> oldest) {

        private static final Lot NONE = new Lot(0, Optional.empty());

    }

}
