package no.bits.tls.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lies in a table of mails and is not settled: how many mails are in each state and
 * since when, the same on every instance and counted at most every ten seconds.
 *
 * @param <S> the states
 */
public final class Backlog<S extends Enum<S>> {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final String question;

    private final S settled;

    private final JdbcClient jdbc;

    private final Clock clock;

    private final Remembered<Map<S, Lot>> lots;

    /**
     * Counts a table's mails.
     * @param table the table, with a column {@code state}
     * @param since its column with the time from when a mail counts
     * @param settled the state of most mails, which is not counted
     * @param jdbc asks the database
     * @param clock tells the time
     */
    public Backlog(String table, String since, S settled, JdbcClient jdbc, Clock clock) {
        this.question = "select state, count(*) as mails, min(%s) as oldest from %s where state <> '%s' group by state"
            .formatted(since, table, settled.name());
        this.settled = settled;
        this.jdbc = jdbc;
        this.clock = clock;
        this.lots = new Remembered<>(this::count, FRESH, clock);
    }

    /**
     * How many mails there are.
     * @return the number of each state that has mails
     */
    public Map<S, Long> mails() {
        Map<S, Long> mails = new EnumMap<>(this.settled.getDeclaringClass());
        this.lots.get().forEach((state, lot) -> mails.put(state, lot.mails()));
        return mails;
    }

    /**
     * Since when the oldest mail waits.
     * @param states the states that count as waiting
     * @return its time, or nothing where none waits
     */
    public Optional<Instant> oldest(Collection<S> states) {
        return states.stream()
            .flatMap((state) -> Optional.ofNullable(this.lots.get().get(state)).stream())
            .map(Lot::oldest)
            .min(Instant::compareTo);
    }

    /**
     * Shows it to monitors: a gauge for each state and one for the time that the oldest
     * mail waits.
     * @param meters what monitors read
     * @param name the name of the gauges
     * @param description what these mails are
     * @param waiting the states that count as waiting
     */
    public void export(MeterRegistry meters, String name, String description, Collection<S> waiting) {
        for (S state : EnumSet.complementOf(EnumSet.of(this.settled))) {
            Gauge.builder(name, this, (backlog) -> backlog.mails().getOrDefault(state, 0L))
                .description(description + " (all instances)")
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .register(meters);
        }
        TimeGauge.builder(name + ".oldest", this, TimeUnit.MILLISECONDS, (backlog) -> backlog.waited(waiting))
            .description("how long the oldest of the %s waits (all instances)".formatted(description))
            .register(meters);
    }

    private double waited(Collection<S> states) {
        return oldest(states).map((since) -> Duration.between(since, this.clock.instant()).toMillis()).orElse(0L);
    }

    private Map<S, Lot> count() {
        Map<S, Lot> counted = new EnumMap<>(this.settled.getDeclaringClass());
        this.jdbc.sql(this.question).query((row) -> {
            counted.put(Enum.valueOf(this.settled.getDeclaringClass(), row.getString("state")),
                    new Lot(row.getLong("mails"), row.getTimestamp("oldest").toInstant()));
        });
        return counted;
    }

    /**
     * The mails in one state.
     *
     * @param mails how many
     * @param oldest from when the first of them counts
     */
    private record Lot(long mails, Instant oldest) {
    }

}
