package no.bits.tls.inbox;

import java.util.List;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Service;

/** The mails that reached us, each stored whole before anything else happens to it. */
@Service
public class Inbox {

    /**
     * One mail, parsed anew from its stored bytes.
     * @param id its number in our tables
     * @return the mail
     * @throws UnknownMail if there is none with this number
     */
    public IncomingMail mail(long id) {
        throw new UnsupportedOperationException();
    }

    /**
     * The mails of a case, oldest first.
     * @param caseNumber the case
     * @return its mails
     */
    public List<IncomingMail> mailsOf(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

}
