package no.bits.tls.inbox;

import no.bits.tls.workflow.CaseNumber;

/**
 * What one kind of case does with the mails that concern it; handlers are asked in the
 * order of {@code @Order}.
 */
public interface MailHandler {

    /**
     * Whether this mail belongs to this kind of case.
     * @param mail a stored and parsed mail of a person
     * @return whether {@link #handle} shall have it
     */
    boolean accepts(IncomingMail mail);

    /**
     * Starts or continues a case, in the transaction that marks the mail as handled.
     * @param mail the mail
     * @return the case that it now belongs to
     */
    CaseNumber handle(IncomingMail mail);

}
