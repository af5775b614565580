package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate through which the workers of all instances claim mails, one after the other:
 * what one counted cannot change until it has claimed. It keeps the pace: a token bucket
 * that holds one token, so that no minute sees more mails than are allowed, wherever it
 * begins.
 */
@Component
class MailGate {

    private static final int PORTION = 20;

    private final JdbcClient jdbc;

    private final OutboxSettings settings;

    private final Clock clock;

    MailGate(JdbcClient jdbc, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Enters, and stays in until the transaction ends. A claim need not wait for the disk
     * (one that is lost was never made, and IN_DATA waits for it), and an instance that
     * freezes in here is thrown out.
     * @return how long until the next mail may leave; zero where one may leave now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Duration enter() {
        Instant open = this.jdbc.sql("""
                select open_at from backoffice.mail_gate,
                    set_config('synchronous_commit', 'off', true) as disk,
                    set_config('idle_in_transaction_session_timeout', '10s', true) as frozen
                for update of mail_gate""").query(Timestamp.class).single().toInstant();
        Duration wait = Duration.between(this.clock.instant(), open);
        return (wait.isNegative() || !isPaced()) ? Duration.ZERO : wait;
    }

    /** How many mails may be claimed at once. */
    int portion() {
        return isPaced() ? 1 : PORTION;
    }

    /** Takes the token of a mail that was claimed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void passed() {
        if (isPaced()) {
            this.jdbc.sql("update backoffice.mail_gate set open_at = :open")
                .param("open", Timestamp.from(this.clock.instant().plus(spacing())))
                .update();
        }
    }

    private boolean isPaced() {
        return this.settings.mailsPerMinute() > 0;
    }

    private Duration spacing() {
        return Duration.ofMinutes(1).dividedBy(this.settings.mailsPerMinute());
    }

}
