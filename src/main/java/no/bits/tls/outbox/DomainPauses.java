package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The domains whose servers asked us to come back later. All mails to such a domain wait
 * as long as the first of them, twice as long after each further refusal; the first that
 * is taken frees the others.
 */
@Component
class DomainPauses {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;

    private final OutboxSettings settings;

    private final Clock clock;

    DomainPauses(JdbcClient jdbc, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Lets a domain's mails wait, those too that the same worker claimed already. A mail
     * that would wait too long does not wait with them: its next try is its last.
     * @param mail the mail that was not taken
     * @param answer what the server said
     * @return until when
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Instant pause(QueuedMail mail, String answer) {
        extend(mail.domain(), answer);
        Timestamp until = pausedUntil(mail.domain());
        this.jdbc.sql("""
                update backoffice.delivery
                set next_attempt_at = :until, last_answer = coalesce(last_answer, :answer), lease_until = null,
                    first_attempt_at = coalesce(first_attempt_at, :now),
                    state = case when state in ('NEW', 'CLAIMED') then 'RETRY' else state end
                where domain = :domain and id <> :id and next_attempt_at < :until
                    and coalesce(first_attempt_at, :now) > :tooLong
                    and ((%s) or state = 'CLAIMED' and lease_holder = :holder)""".formatted(MailQueue.WAITING))
            .param("until", until)
            .param("answer", answer)
            .param("now", at(Duration.ZERO))
            .param("tooLong", Timestamp.from(until.toInstant().minus(this.settings.retry().giveUpAfter())))
            .param("domain", mail.domain())
            .param("id", mail.id())
            .param("holder", mail.holder())
            .update();
        return until.toInstant();
    }

    /**
     * Frees a domain that took a mail: what waited with it is due now.
     * @param domain the domain, in lower case
     */
    @Transactional
    void free(String domain) {
        this.jdbc.sql("delete from backoffice.mail_domain_pause where domain = ? returning paused_until")
            .param(domain)
            .query(Timestamp.class)
            .optional()
            .ifPresent((until) -> this.jdbc.sql("""
                    update backoffice.delivery set next_attempt_at = :now
                    where domain = :domain and next_attempt_at = :until and (%s)""".formatted(MailQueue.WAITING))
                .param("now", at(Duration.ZERO))
                .param("domain", domain)
                .param("until", until)
                .update());
    }

    /** The domains whose mails wait now, the one that waits longest first. */
    List<PausedDomain> now() {
        return this.jdbc.sql("""
                select domain, refusals, paused_until, answer from backoffice.mail_domain_pause
                where paused_until > ? order by paused_until desc, domain""")
            .param(at(Duration.ZERO))
            .query((row, number) -> new PausedDomain(row.getString("domain"), row.getInt("refusals"),
                    row.getTimestamp("paused_until").toInstant(), row.getString("answer")))
            .list();
    }

    private void extend(String domain, String answer) {
        this.jdbc
            .sql("""
                    insert into backoffice.mail_domain_pause as pause (domain, refusals, paused_until, answer)
                    values (:domain, 1, cast(:now as timestamptz) + make_interval(secs => :first), :answer)
                    on conflict (domain) do update set answer = :answer,
                        refusals = case when pause.paused_until < :longAgo then 1 else pause.refusals + 1 end,
                        paused_until = cast(:now as timestamptz) + make_interval(secs => case when pause.paused_until < :longAgo then :first
                            else least(:first * power(2, least(pause.refusals, 20)), :longest) end)
                    where pause.paused_until <= :now""")
            .param("domain", domain)
            .param("answer", answer)
            .param("now", at(Duration.ZERO))
            .param("longAgo", at(FORGOTTEN_AFTER.negated()))
            .param("first", this.settings.retry().first().toSeconds())
            .param("longest", this.settings.retry().longest().toSeconds())
            .update();
    }

    private Timestamp pausedUntil(String domain) {
        return this.jdbc.sql("select paused_until from backoffice.mail_domain_pause where domain = ?")
            .param(domain)
            .query(Timestamp.class)
            .single();
    }

    private Timestamp at(Duration fromNow) {
        return Timestamp.from(this.clock.instant().plus(fromNow));
    }

}
