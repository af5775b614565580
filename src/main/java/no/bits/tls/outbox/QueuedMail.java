package no.bits.tls.outbox;

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
 */
record QueuedMail(UUID id, CaseNumber caseNumber, String purpose, String envelopeSender, EmailAddress recipient,
        byte[] message, int attempts, Instant firstAttemptAt, UUID holder, boolean lastTry) {

    MailFailed failed(String answer) {
        return new MailFailed(this.id, this.caseNumber, this.purpose, this.recipient, answer);
    }

}
