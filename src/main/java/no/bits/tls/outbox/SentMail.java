package no.bits.tls.outbox;

import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;

/**
 * One of our mails, as the other side's answer or return names it.
 *
 * @param id the mail
 * @param caseNumber its case
 * @param recipient who got it, or should have
 */
public record SentMail(UUID id, CaseNumber caseNumber, EmailAddress recipient) {
}
