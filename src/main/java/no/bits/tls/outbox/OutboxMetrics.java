package no.bits.tls.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import no.bits.tls.outbox.OutgoingMail.State;
import no.bits.tls.workflow.Remembered;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What a monitor sees of the mails that we owe: counters and timers of what this instance
 * did, gauges of what lies in the tables, which are the same on every instance.
 */
@Component
class OutboxMetrics {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final Set<State> WAITING = EnumSet
        .complementOf(EnumSet.of(State.SENT, State.FAILED, State.UNCERTAIN));

    private final MeterRegistry meters;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final Remembered<Map<State, Lot>> mails;

    OutboxMetrics(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.meters = meters;
        this.jdbc = jdbc;
        this.clock = clock;
        this.mails = new Remembered<>(this::count, FRESH, clock);
        for (State state : EnumSet.complementOf(EnumSet.of(State.SENT))) {
            Gauge.builder("backoffice.mails.outbound", this, (metrics) -> metrics.lot(state).mails())
                .description("mails that the mail server has not taken (all instances)")
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(meters);
        }
        TimeGauge
            .builder("backoffice.mails.outbound.oldest", this, TimeUnit.MILLISECONDS, (metrics) -> metrics.oldest())
            .description("how long the oldest mail waits to be taken (all instances)")
            .register(meters);
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

    private double oldest() {
        return WAITING.stream()
            .flatMap((state) -> lot(state).oldest().stream())
            .min(Instant::compareTo)
            .map((since) -> Duration.between(since, this.clock.instant()).toMillis())
            .orElse(0L);
    }

    private Lot lot(State state) {
        return this.mails.get().getOrDefault(state, Lot.NONE);
    }

    private Map<State, Lot> count() {
        Map<State, Lot> lots = new EnumMap<>(State.class);
        this.jdbc.sql("""
                select state, count(*) as mails, min(created_at) as oldest
                from backoffice.outbound_mail where state <> 'SENT' group by state""").query((row) -> {
            lots.put(State.valueOf(row.getString("state")),
                    new Lot(row.getLong("mails"), Optional.of(row.getTimestamp("oldest").toInstant())));
        });
        return lots;
    }

    /**
     * The mails in one state.
     *
     * @param mails how many
     * @param oldest since when the first of them is owed
     */
    private record Lot(long mails, Optional<Instant> oldest) {

        private static final Lot NONE = new Lot(0, Optional.empty());

    }

}
