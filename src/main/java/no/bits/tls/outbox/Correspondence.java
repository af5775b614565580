package no.bits.tls.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which of our mails somebody answers or sends back, and what became of it. */
@Service
public class Correspondence {

    private static final String SELECT = "select id, case_number, recipient from backoffice.letter where ";

    private final JdbcClient jdbc;

    private final MailToken token;

    private final Mailbox mailbox;

    private final ApplicationEventPublisher events;

    Correspondence(JdbcClient jdbc, MailToken token, OutboxSettings settings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.token = token;
        this.mailbox = Mailbox.parse(settings.from());
        this.events = events;
    }

    /**
     * The mail that is answered at this address.
     * @param recipient an address that a mail was sent to
     * @return the mail whose {@code Reply-To} it is, or nothing where we did not make its
     * token
     */
    public Optional<SentMail> answeredAt(EmailAddress recipient) {
        return this.mailbox.detail("", recipient).flatMap(this.token::verify).flatMap(this::withId);
    }

    /**
     * The mail that comes back to this address.
     * @param recipient an address that a mail was sent to
     * @return the mail whose envelope sender it is, or nothing where we did not make its
     * token
     */
    public Optional<SentMail> returnedTo(EmailAddress recipient) {
        return this.mailbox.detail("-bounce", recipient).flatMap(this.token::verify).flatMap(this::withId);
    }

    /**
     * The mail with an envelope id (RFC 3461, 4.4).
     * @param envelopeId what a report gives as {@code Original-Envelope-Id}
     * @return the mail, or nothing where it is none of ours
     */
    public Optional<SentMail> withEnvelopeId(String envelopeId) {
        try {
            return withId(UUID.fromString(envelopeId));
        }
        catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    /**
     * The newest of our mails among those that a mail refers to.
     * @param messageIds Message-IDs with angle brackets
     * @return the mail, or nothing where none is ours
     */
    public Optional<SentMail> newestOf(List<String> messageIds) {
        return messageIds.isEmpty() ? Optional.empty()
                : this.jdbc.sql(SELECT + "message_id = any(?) order by created_at desc limit 1")
                    .param(messageIds.toArray(String[]::new))
                    .query(Correspondence::sentMail)
                    .optional();
    }

    /**
     * Whether we wrote to somebody in a case.
     * @param caseNumber the case
     * @param person the address
     * @return whether a mail of the case has this recipient
     */
    public boolean hasWrittenTo(CaseNumber caseNumber, EmailAddress person) {
        return this.jdbc.sql("""
                select exists (select from backoffice.letter
                where case_number = ? and lower(recipient) = lower(?))""")
            .params(caseNumber.value(), person.value())
            .query(Boolean.class)
            .single();
    }

    /**
     * Notes what a server reports about one of our mails, in the caller's transaction.
     * @param mail the mail
     * @param report what became of it; only {@code FAILED} changes how far it has come
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(SentMail mail, DeliveryReport report) {
        String purpose = this.jdbc.sql("""
                update backoffice.delivery set last_answer = left(:answer, 1000),
                    state = case when :failed and state <> 'FAILED' then 'RETURNED' else state end
                from backoffice.letter where letter.id = delivery.id and letter.id = :id returning purpose""")
            .param("answer", report.line())
            .param("failed", report.action() == DeliveryReport.Action.FAILED)
            .param("id", mail.id())
            .query(String.class)
            .single();
        this.events.publishEvent(new MailReturned(mail, purpose, report));
    }

    private Optional<SentMail> withId(UUID id) {
        return this.jdbc.sql(SELECT + "id = ?").param(id).query(Correspondence::sentMail).optional();
    }

    private static SentMail sentMail(ResultSet row, int number) throws SQLException {
        return new SentMail(row.getObject("id", UUID.class), new CaseNumber(row.getString("case_number")),
                new EmailAddress(row.getString("recipient")));
    }

}
