package no.bits.tls.outbox;

import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;

/**
 * A mail was given up: refused for good, refused for too long, or nobody knows whether it
 * arrived; published in the transaction that gave it up, for a person to find another
 * way.
 *
 * @param id the mail
 * @param caseNumber its case
 * @param purpose what it was for, for example {@code enrolment-receipt}
 * @param recipient who does not get it
 * @param answer what the mail server said last
 */
public record MailFailed(UUID id, CaseNumber caseNumber, String purpose, EmailAddress recipient, String answer) {
}
