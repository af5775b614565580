package no.bits.tls.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails on their way out. NEW, and again after RETRY, a mail is CLAIMED by one worker
 * for the time of a lease, IN_DATA just before its final dot, and ends as SENT, FAILED or
 * UNCERTAIN; an owed mail is claimed once more after UNCERTAIN and marked; it is HELD
 * while its address had its share of the day. What a worker says counts only while the
 * mail is still its own.
 */
@Component
class MailQueue {

    /** The mails that will be claimed; the words of the partial indexes. */
    static final String WAITING = """
            state in ('NEW', 'RETRY', 'HELD') or state = 'UNCERTAIN' and importance = 'OWED' and not repeated""";

    static final String DUE = "(%s) and next_attempt_at <= :now".formatted(WAITING);

    private static final String WORKER_DIED = "No answer: the worker died";

    private final JdbcClient jdbc;

    private final ApplicationEventPublisher events;

    private final MailGate gate;

    private final QueueHead head;

    private final DomainPauses pauses;

    private final OutboxSettings settings;

    private final Clock clock;

    MailQueue(JdbcClient jdbc, ApplicationEventPublisher events, MailGate gate, QueueHead head, DomainPauses pauses,
            OutboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.gate = gate;
        this.head = head;
        this.pauses = pauses;
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
                update backoffice.delivery
                set state = 'NEW', lease_until = null, lease_holder = null, next_attempt_at = :now
                where state = 'CLAIMED' and lease_until < :now""").param("now", now()).update();
        this.jdbc.sql("""
                update backoffice.delivery
                set state = 'UNCERTAIN', lease_until = null, next_attempt_at = :now, last_answer = :answer
                from backoffice.letter
                where letter.id = delivery.id and state = 'IN_DATA' and lease_until < :now
                returning *, false as paused""")
            .param("now", now())
            .param("answer", WORKER_DIED)
            .query(QueuedMail::of)
            .list()
            .forEach((mail) -> tellIfGivenUp(mail, WORKER_DIED));
    }

    /**
     * Claims the mails that are due longest, answers before reminders, no more than may
     * leave now and no more than their addresses may get; what is beyond is held.
     * @param holder the worker that will send them
     * @return the mails, or how long to wait for the next
     */
    @Transactional
    Portion claim(UUID holder) {
        Duration wait = this.gate.enter();
        if (!wait.isZero()) {
            return Portion.after(wait);
        }
        List<QueuedMail> mails = this.head.claim(holder, this.gate.portion());
        while (mails.size() < this.gate.portion() && this.head.hold() > 0 && mails.isEmpty()) {
            mails = this.head.claim(holder, this.gate.portion());
        }
        if (!mails.isEmpty()) {
            this.gate.passed();
        }
        return Portion.of(mails);
    }

    /**
     * Gives back mails that were claimed and not tried, as they were.
     * @param mails the mails
     */
    void release(Collection<QueuedMail> mails) {
        if (!mails.isEmpty()) {
            this.jdbc.sql("""
                    update backoffice.delivery
                    set state = case when last_answer is null then 'NEW' else 'RETRY' end, lease_until = null,
                        first_attempt_at = case when attempts > 1 then first_attempt_at end, attempts = attempts - 1
                    where id in (:ids) and lease_holder in (:holders) and state = 'CLAIMED'""")
                .param("ids", mails.stream().map(QueuedMail::id).toList())
                .param("holders", mails.stream().map(QueuedMail::holder).distinct().toList())
                .update();
        }
    }

    /**
     * Notes that the final dot goes out next, and renews the lease.
     * @param mail the mail
     * @throws LeaseLost if another worker took the mail over: the dot must not be sent
     */
    void enterData(QueuedMail mail) {
        int rows = this.jdbc.sql("""
                update backoffice.delivery set state = 'IN_DATA', lease_until = :until
                where id = :id and lease_holder = :holder and state = 'CLAIMED'""")
            .param("until", inTime(this.settings.lease()))
            .param("id", mail.id())
            .param("holder", mail.holder())
            .update();
        if (rows == 0) {
            throw LeaseLost.of(mail);
        }
    }

    /**
     * Notes that the mail server took a mail, and frees its domain. It does not wait for
     * the disk: a note that is lost leaves the mail IN_DATA, and so in the end UNCERTAIN.
     */
    void sent(QueuedMail mail, String answer) {
        conclude(mail, OutgoingMail.State.SENT, answer, now());
        if (mail.domainPaused()) {
            this.pauses.free(mail.domain());
        }
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
        postpone(mail, answer, Instant.EPOCH);
    }

    /** Tries a mail again later, and all others to its domain too. */
    @Transactional
    void postponeDomain(QueuedMail mail, String answer) {
        postpone(mail, answer, this.pauses.pause(mail, answer));
    }

    private void postpone(QueuedMail mail, String answer, Instant earliest) {
        Instant own = this.clock.instant().plus(this.settings.retry().waitAfter(mail.attempts()));
        Instant next = own.isAfter(earliest) ? own : earliest;
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
                update backoffice.delivery
                set state = :state, last_answer = :answer, next_attempt_at = :next, lease_until = null,
                    sent_at = case cast(:state as text) when 'SENT' then cast(:next as timestamptz) end
                from (select case cast(:state as text)
                    when 'SENT' then set_config('synchronous_commit', 'off', true) end) disk
                where id = :id and lease_holder = :holder and state in ('CLAIMED', 'IN_DATA', 'UNCERTAIN')
                returning queued_at""")
            .param("state", state.name())
            .param("answer", answer)
            .param("next", next)
            .param("id", mail.id())
            .param("holder", mail.holder())
            .query(Timestamp.class)
            .optional()
            .map((queued) -> tell(new MailConcluded(mail.purpose(), state, queued.toInstant())))
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

}
