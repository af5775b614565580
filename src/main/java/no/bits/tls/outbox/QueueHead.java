package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The head of the queue: the mails that are due longest, answers before reminders. It
 * knows what each address got in the last 24 hours (MAIL.md, inbox 7); only who is inside
 * the {@link MailGate} may rely on that.
 */
@Component
class QueueHead {

    private static final String HEAD_OF_THE_QUEUE = """
            select id, address, importance, next_attempt_at, queued_at
            from backoffice.delivery where %s
            order by importance, next_attempt_at, queued_at limit :portion for update skip locked"""
        .formatted(MailQueue.DUE);

    private static final String RECENT = """
            select last_attempt_at, state from backoffice.delivery recent
            where recent.address = head.address and recent.last_attempt_at > :dayAgo and recent.id <> head.id
                and recent.state in ('CLAIMED', 'IN_DATA', 'SENT', 'UNCERTAIN')
            order by last_attempt_at desc""";

    private static final Duration DAY = Duration.ofDays(1);

    private static final int HELD_AT_ONCE = 1000;

    private final JdbcClient jdbc;

    private final OutboxSettings settings;

    private final Clock clock;

    QueueHead(JdbcClient jdbc, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Claims it, but for what its addresses may not get yet.
     * @param holder the worker that will send the mails
     * @param portion how many mails at most
     * @return the mails, in the order of the queue
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<QueuedMail> claim(UUID holder, int portion) {
        return this.jdbc
            .sql("""
                    with head as materialized (%s), placed as materialized (
                        select id, case :limit when 0 then -1 else row_number() over (partition by address
                                order by importance, next_attempt_at, queued_at)
                            + (select count(*) from (%s limit :limit) taken) end as place
                        from head), claimed as (
                    update backoffice.delivery mail
                    set state = 'CLAIMED', repeated = repeated or state = 'UNCERTAIN', attempts = attempts + 1,
                        first_attempt_at = coalesce(first_attempt_at, :now), last_attempt_at = :now,
                        lease_holder = :holder, lease_until = :until
                    from placed join backoffice.letter using (id)
                    where mail.id = placed.id and placed.place <= :limit
                    returning letter.*, mail.*, exists (select from backoffice.mail_domain_pause pause
                        where pause.domain = mail.domain) as paused)
                    select * from claimed order by importance, next_attempt_at, queued_at"""
                .formatted(HEAD_OF_THE_QUEUE, RECENT))
            .param("now", now())
            .param("dayAgo", inTime(DAY.negated()))
            .param("portion", portion)
            .param("limit", this.settings.dailyLimit())
            .param("holder", holder)
            .param("until", inTime(this.settings.lease()))
            .query(QueuedMail::of)
            .list();
    }

    /**
     * Holds what an address may not get yet: until the oldest of its last mails is a day
     * old, or shortly, where one of them may still come back.
     * @return how many mails
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int hold() {
        return (this.settings.dailyLimit() == 0) ? 0 : this.jdbc.sql("""
                with head as materialized (%s), held as materialized (
                    select id, (select case when state in ('CLAIMED', 'IN_DATA') then :soon
                            else last_attempt_at + interval '24 hours' end
                        from (%s offset :limit - 1 limit 1) earliest) as until
                    from head)
                update backoffice.delivery mail
                set state = 'HELD', repeated = repeated or state = 'UNCERTAIN', next_attempt_at = held.until
                from held where mail.id = held.id and held.until is not null""".formatted(HEAD_OF_THE_QUEUE, RECENT))
            .param("now", now())
            .param("dayAgo", inTime(DAY.negated()))
            .param("soon", inTime(this.settings.retry().first()))
            .param("portion", HELD_AT_ONCE)
            .param("limit", this.settings.dailyLimit())
            .update();
    }

    private Timestamp now() {
        return inTime(Duration.ZERO);
    }

    private Timestamp inTime(Duration wait) {
        return Timestamp.from(this.clock.instant().plus(wait));
    }

}
