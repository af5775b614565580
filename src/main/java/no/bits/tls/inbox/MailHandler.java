package no.bits.tls.inbox;

import no.bits.tls.workflow.CaseNumber;

/**
 * What one kind of case does with the mails that concern it; handlers are asked in the
 * order of {@code @Order}.
 */
public interface MailHandler {

    /**
     * The kind of case by which a person chooses this handler.
     * @return its process, for example {@code enrolment}
     */
    String kind();

    /**
     * Whether this mail belongs to this kind of case.
     * @param mail a stored and parsed mail of a person
     * @return whether {@link #handle} shall have it
     */
    boolean accepts(IncomingMail mail);

    /**
     * Starts or continues a case, in the transaction that marks the mail as handled. An
     * exception undoes both, and the mail is tried again.
     * @param mail the mail, accepted by this handler or by a person in its stead
     * @return the case that it now belongs to
     */
    CaseNumber handle(IncomingMail mail);

}
