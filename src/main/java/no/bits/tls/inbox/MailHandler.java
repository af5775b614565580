package no.bits.tls.inbox;

import java.util.List;

import no.bits.tls.workflow.CaseNumber;

/**
 * What one kind of case does with the mails that concern it; handlers are asked in the
 * order of {@code @Order}, and each works in the transaction that marks the mail as
 * handled: an exception undoes both, and the mail is tried again.
 */
public interface MailHandler {

    /**
     * The kind of case by which a person chooses this handler.
     * @return its process, for example {@code enrolment}
     */
    String kind();

    /**
     * Whether a mail can start this kind of case; otherwise mails only continue it.
     * @return whether a person may choose this handler for a mail
     */
    default boolean opensCases() {
        return true;
    }

    /**
     * Whether this mail surely starts this kind of case.
     * @param mail a stored and parsed mail of a person that continues no case
     * @return whether {@link #handle} shall have it without a person's word
     */
    default boolean accepts(IncomingMail mail) {
        return false;
    }

    /**
     * Starts a case.
     * @param mail the mail, accepted by this handler or by a person in its stead
     * @return the case that it now belongs to
     */
    default CaseNumber handle(IncomingMail mail) {
        throw new IllegalStateException("No mail opens a case of kind %s".formatted(kind()));
    }

    /**
     * Continues a case with an answer. Nothing that the mail says may change the case's
     * state unless {@link IncomingMail#isTrusted} says so; otherwise it is put before a
     * person.
     * @param caseNumber the case that the mail answers
     * @param mail a mail of a person
     * @return whether the case is of this kind and has taken the mail; where none has, a
     * person sorts it
     */
    default boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return false;
    }

    /**
     * What speaks for this kind of case, for the person who sorts a mail that no handler
     * accepted.
     * @param mail the mail
     * @return sentences in the language of the reader; empty where nothing does
     */
    default List<String> signs(IncomingMail mail) {
        return List.of();
    }

}
