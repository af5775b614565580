package no.bits.tls.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that we owe: a row in the caller's transaction, sent by a dispatcher of its
 * own.
 */
@Service
public class Outbox {

    private final JdbcClient jdbc;

    private final LetterWriter writer;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    Outbox(JdbcClient jdbc, LetterWriter writer, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.writer = writer;
        this.events = events;
    }

    /**
     * Owes a letter: renders it and stores it in the caller's transaction. The same
     * letter (purpose, case, recipient, period) is stored once, however often a retried
     * step asks.
     * @param letter what to send to whom
     * @throws UnknownText if there is no text for its purpose
     * @throws MissingWord if its text needs a word that the letter does not bring
     * @throws org.springframework.transaction.IllegalTransactionStateException if the
     * caller has no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Letter letter) {
        WrittenLetter written = this.writer.write(letter, earlierMailsTo(letter));
        if (store(letter, written)) {
            this.events.publishEvent(new LetterStored(written.id()));
        }
    }

    /**
     * What a letter would say, for whoever decides about it.
     * @param letter what to send to whom
     * @return its subject and text
     */
    public Preview preview(Letter letter) {
        WrittenLetter written = this.writer.write(letter, List.of());
        return new Preview(written.subject(), written.body());
    }

    /**
     * Our mails of a case, oldest first, whatever became of them.
     * @param caseNumber the case
     * @return its mails
     */
    public List<OutgoingMail> mailsOf(CaseNumber caseNumber) {
        return this.jdbc.sql("select * from backoffice.outbound_mail where case_number = ? order by created_at, id")
            .param(caseNumber.value())
            .query(Outbox::outgoingMail)
            .list();
    }

    /**
     * Our mails to an address, whatever became of them.
     * @param recipient the address, compared without case
     * @return the newest 50, newest first
     */
    public List<OutgoingMail> mailsTo(EmailAddress recipient) {
        return this.jdbc.sql("""
                select * from backoffice.outbound_mail where lower(recipient) = lower(?)
                order by created_at desc, id limit 50""").param(recipient.value()).query(Outbox::outgoingMail).list();
    }

    /**
     * One mail of ours.
     * @param id the mail
     * @return the mail, whatever became of it
     * @throws UnknownOutgoingMail if there is none
     */
    public OutgoingMail mail(UUID id) {
        return this.jdbc.sql("select * from backoffice.outbound_mail where id = ?")
            .param(id)
            .query(Outbox::outgoingMail)
            .optional()
            .orElseThrow(() -> UnknownOutgoingMail.withId(id));
    }

    /**
     * Has a mail that was given up sent once more, with the same Message-ID and marked as
     * repeated; any other mail is left as it is.
     * @param id the mail
     * @return whether it was given up
     */
    @Transactional
    public boolean sendAgain(UUID id) {
        int rows = this.jdbc.sql("""
                update backoffice.delivery
                set state = 'NEW', repeated = true, first_attempt_at = null, next_attempt_at = :now
                where id = :id and state in ('FAILED', 'UNCERTAIN', 'RETURNED')""")
            .param("id", id)
            .param("now", Timestamp.from(this.clock.instant()))
            .update();
        if (rows == 1) {
            this.events.publishEvent(new LetterStored(id));
        }
        return rows == 1;
    }

    /**
     * Counts a mail of which nobody knew whether it arrived as taken by the mail server,
     * because a person says so.
     * @param id the mail
     * @return whether it was in doubt
     */
    @Transactional
    public boolean countAsDelivered(UUID id) {
        return this.jdbc.sql("""
                update backoffice.delivery set state = 'SENT', sent_at = :now
                where id = :id and state = 'UNCERTAIN'""")
            .param("id", id)
            .param("now", Timestamp.from(this.clock.instant()))
            .update() == 1;
    }

    private List<String> earlierMailsTo(Letter letter) {
        return this.jdbc.sql("""
                select message_id from backoffice.letter
                where case_number = ? and lower(recipient) = lower(?) order by created_at, id""")
            .param(letter.caseNumber().value())
            .param(letter.recipient().value())
            .query(String.class)
            .list();
    }

    private boolean store(Letter letter, WrittenLetter written) {
        return this.jdbc.sql("""
                with letter as (
                    insert into backoffice.letter (id, purpose, case_number, recipient, period,
                        message_id, thread, envelope_sender, subject, body, message, created_at)
                    values (:id, :purpose, :caseNumber, :recipient, :period,
                        :messageId, :thread, :envelopeSender, :subject, :body, :message, :now)
                    on conflict (purpose, case_number, lower(recipient), period) do nothing returning id)
                insert into backoffice.delivery (id, importance, address, queued_at, next_attempt_at)
                select id, :importance, lower(:recipient), :now,
                    greatest(:now, (select paused_until from backoffice.mail_domain_pause where domain = :domain))
                from letter""")
            .param("id", written.id())
            .param("messageId", written.messageId())
            .param("thread", written.thread())
            .param("envelopeSender", written.envelopeSender())
            .param("subject", written.subject())
            .param("body", written.body())
            .param("message", written.message())
            .param("purpose", letter.purpose())
            .param("caseNumber", letter.caseNumber().value())
            .param("recipient", letter.recipient().value())
            .param("domain", letter.recipient().domain().ascii())
            .param("period", letter.period())
            .param("importance", letter.importance().name())
            .param("now", Timestamp.from(written.writtenAt()))
            .update() == 1;
    }

    private static OutgoingMail outgoingMail(ResultSet row, int number) throws SQLException {
        return new OutgoingMail(row.getObject("id", UUID.class), row.getString("case_number"), row.getString("purpose"),
                row.getString("recipient"), row.getString("subject"), row.getString("body"),
                OutgoingMail.State.valueOf(row.getString("state")), row.getBoolean("repeated"),
                row.getTimestamp("created_at").toInstant(), instant(row, "sent_at"), row.getString("last_answer"),
                Set.of("NEW", "RETRY", "HELD").contains(row.getString("state")) ? instant(row, "next_attempt_at")
                        : null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant).orElse(null);
    }

    /** A letter as its reader would see it. */
    public record Preview(String subject, String text) {
    }

}
