package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether mails leave: down only when a due mail has waited too long, never for mails
 * that failed.
 */
@Component
class OutboxHealthIndicator implements HealthIndicator {

    private final JdbcClient jdbc;

    private final OutboxSettings settings;

    private final Clock clock;

    OutboxHealthIndicator(JdbcClient jdbc, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Duration waited = dueSince().map((due) -> Duration.between(due, this.clock.instant())).orElse(Duration.ZERO);
        Status status = (waited.compareTo(this.settings.longestWait()) > 0) ? Status.DOWN : Status.UP;
        return Health.status(status)
            .withDetail("longestWait", waited.toString())
            .withDetail("failed", count(OutgoingMail.State.FAILED))
            .withDetail("uncertain", count(OutgoingMail.State.UNCERTAIN))
            .build();
    }

    private Optional<Instant> dueSince() {
        return this.jdbc
            .sql("select next_attempt_at from backoffice.delivery where " + MailQueue.DUE
                    + " order by next_attempt_at limit 1")
            .param("now", Timestamp.from(this.clock.instant()))
            .query(Timestamp.class)
            .optional()
            .map(Timestamp::toInstant);
    }

    private long count(OutgoingMail.State state) {
        return this.jdbc.sql("select count(*) from backoffice.delivery where state = ?")
            .param(state.name())
            .query(Long.class)
            .single();
    }

}
