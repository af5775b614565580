package no.bits.tls.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails on their way out. NEW, and again after RETRY, a mail is CLAIMED by one worker
 * for the time of a lease, IN_DATA just before its final dot, and ends as SENT, FAILED or
 * UNCERTAIN; an owed mail is claimed once more after UNCERTAIN and marked. What a worker
 * says counts only while the mail is still its own.
 */
@Component
class MailQueue {

    static final String DUE = """
            (state in ('NEW', 'RETRY') or state = 'UNCERTAIN' and importance = 'OWED' and not repeated)
            and next_attempt_at <= :now""";

    private static final String WORKER_DIED = "No answer: the worker died";

    private final JdbcClient jdbc;

    private final ApplicationEventPublisher events;

    private final OutboxSettings settings;

    private final Clock clock;

    MailQueue(JdbcClient jdbc, ApplicationEventPublisher events, OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Frees the mails whose worker died: one that never reached its final dot is new
     * again, one that may have is uncertain.
     */
    @Transactional
    void takeOver() {
        this.jdbc.sql("""
                update backoffice.outbound_mail
                set state = 'NEW', lease_until = null, lease_holder = null, next_attempt_at = :now
                where state = 'CLAIMED' and lease_until < :now""").param("now", now()).update();
        this.jdbc.sql("""
                update backoffice.outbound_mail
                set state = 'UNCERTAIN', lease_until = null, next_attempt_at = :now, last_answer = :answer
                where state = 'IN_DATA' and lease_until < :now returning *""")
            .param("now", now())
            .param("answer", WORKER_DIED)
            .query(MailQueue::queuedMail)
            .list()
            .forEach((mail) -> tellIfGivenUp(mail, WORKER_DIED));
    }

    /**
     * Claims the mail that is due longest.
     * @param holder the worker that will send it
     * @return the mail, or nothing where none is due
     */
    Optional<QueuedMail> claim(UUID holder) {
        return this.jdbc.sql("""
                update backoffice.outbound_mail
                set state = 'CLAIMED', repeated = repeated or state = 'UNCERTAIN', attempts = attempts + 1,
                    first_attempt_at = coalesce(first_attempt_at, :now), lease_holder = :holder, lease_until = :until
                where id = (select id from backoffice.outbound_mail where %s
                    order by next_attempt_at, created_at limit 1 for update skip locked)
                returning *""".formatted(DUE))
            .param("now", now())
            .param("holder", holder)
            .param("until", inTime(this.settings.lease()))
            .query(MailQueue::queuedMail)
            .optional();
    }

    /**
     * Notes that the final dot goes out next, and renews the lease.
     * @param mail the mail
     * @throws LeaseLost if another worker took the mail over: the dot must not be sent
     */
    void enterData(QueuedMail mail) {
        int rows = this.jdbc.sql("""
                update backoffice.outbound_mail set state = 'IN_DATA', lease_until = :until
                where id = :id and lease_holder = :holder and state = 'CLAIMED'""")
            .param("until", inTime(this.settings.lease()))
            .param("id", mail.id())
            .param("holder", mail.holder())
            .update();
        if (rows == 0) {
            throw LeaseLost.of(mail);
        }
    }

    void sent(QueuedMail mail, String answer) {
        conclude(mail, OutgoingMail.State.SENT, answer, now());
    }

    /**
     * Notes that nobody knows whether a mail arrived; tells so where it is not repeated
     * by itself.
     */
    @Transactional
    void uncertain(QueuedMail mail, String answer) {
        if (conclude(mail, OutgoingMail.State.UNCERTAIN, answer, inTime(this.settings.retry().first()))) {
            tellIfGivenUp(mail, answer);
        }
    }

    /** Tries a mail again later, or gives it up where it was tried for too long. */
    @Transactional
    void postpone(QueuedMail mail, String answer) {
        Instant next = this.clock.instant().plus(this.settings.retry().waitAfter(mail.attempts()));
        if (next.isAfter(mail.firstAttemptAt().plus(this.settings.retry().giveUpAfter()))) {
            fail(mail, answer);
        }
        else {
            conclude(mail, OutgoingMail.State.RETRY, answer, Timestamp.from(next));
        }
    }

    /** Gives a mail up, and tells so in the same transaction. */
    @Transactional
    void fail(QueuedMail mail, String answer) {
        if (conclude(mail, OutgoingMail.State.FAILED, answer, now())) {
            this.events.publishEvent(mail.failed(answer));
        }
    }

    private void tellIfGivenUp(QueuedMail mail, String answer) {
        if (mail.lastTry()) {
            this.events.publishEvent(mail.failed(answer));
        }
    }

    private boolean conclude(QueuedMail mail, OutgoingMail.State state, String answer, Timestamp next) {
        return this.jdbc.sql("""
                update backoffice.outbound_mail
                set state = :state, last_answer = :answer, next_attempt_at = :next, lease_until = null,
                    sent_at = case cast(:state as text) when 'SENT' then cast(:next as timestamptz) end
                where id = :id and lease_holder = :holder and state in ('CLAIMED', 'IN_DATA', 'UNCERTAIN')
                returning created_at""")
            .param("state", state.name())
            .param("answer", answer)
            .param("next", next)
            .param("id", mail.id())
            .param("holder", mail.holder())
            .query(Timestamp.class)
            .optional()
            .map((created) -> tell(new MailConcluded(mail.purpose(), state, created.toInstant())))
            .orElse(false);
    }

    private boolean tell(MailConcluded attempt) {
        this.events.publishEvent(attempt);
        return true;
    }

    private Timestamp now() {
        return inTime(Duration.ZERO);
    }

    private Timestamp inTime(Duration wait) {
        return Timestamp.from(this.clock.instant().plus(wait));
    }

    private static QueuedMail queuedMail(ResultSet row, int number) throws SQLException {
        return new QueuedMail(row.getObject("id", UUID.class), new CaseNumber(row.getString("case_number")),
                row.getString("purpose"), row.getString("envelope_sender"),
                new EmailAddress(row.getString("recipient")), row.getBytes("message"), row.getInt("attempts"),
                row.getTimestamp("first_attempt_at").toInstant(), row.getObject("lease_holder", UUID.class),
                row.getBoolean("repeated") || row.getString("importance").equals("REMINDER"));
    }

}
