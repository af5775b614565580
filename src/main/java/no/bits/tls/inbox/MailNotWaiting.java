package no.bits.tls.inbox;

import no.bits.tls.workflow.CaseRefused;

/** A mail is not put aside, so that no person can decide about it. */
public final class MailNotWaiting extends CaseRefused {

    private MailNotWaiting(String norwegian, String english) {
        super(norwegian, english);
    }

    static MailNotWaiting inState(long id, MailState state) {
        return new MailNotWaiting(
                "E-posten med nummer %d er allerede tatt hånd om (%s). Last siden på nytt.".formatted(id, state),
                "The e-mail with number %d has already been dealt with (%s). Load the page again.".formatted(id,
                        state));
    }

}
