package no.bits.tls.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;

/**
 * A mail that a worker claimed in order to send it.
 *
 * @param id the mail
 * @param caseNumber its case
 * @param purpose what it is for
 * @param envelopeSender where delivery reports go
 * @param recipient who gets it
 * @param message the whole message, 7-bit clean, its lines ending with CRLF
 * @param attempts how often it was tried, with this time
 * @param firstAttemptAt when it was tried first
 * @param holder the worker that claimed it
 * @param lastTry whether it is not repeated by itself when nobody knows whether it
 * arrived
 * @param domainPaused whether the recipient's domain has not taken a mail since it asked
 * us to come back later
 */
record QueuedMail(UUID id, CaseNumber caseNumber, String purpose, String envelopeSender, EmailAddress recipient,
        byte[] message, int attempts, Instant firstAttemptAt, UUID holder, boolean lastTry, boolean domainPaused) {

    static QueuedMail of(ResultSet row, int number) throws SQLException {
        return new QueuedMail(row.getObject("id", UUID.class), new CaseNumber(row.getString("case_number")),
                row.getString("purpose"), row.getString("envelope_sender"),
                new EmailAddress(row.getString("recipient")), row.getBytes("message"), row.getInt("attempts"),
                row.getTimestamp("first_attempt_at").toInstant(), row.getObject("lease_holder", UUID.class),
                row.getBoolean("repeated") || row.getString("importance").equals("REMINDER"), row.getBoolean("paused"));
    }

    /** The recipient's domain, in lower case. */
    String domain() {
        return this.recipient.domain().ascii();
    }

    MailFailed failed(String answer) {
        return new MailFailed(this.id, this.caseNumber, this.purpose, this.recipient, answer);
    }

}
