package no.bits.tls.inbox;

import java.util.List;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff which mails reached us. */
@RestController
class InboxDesk {

    private final MailList list;

    InboxDesk(MailList list) {
        this.list = list;
    }

    /** The mails that a person looks for, 50 at a time. */
    @GetMapping("/desk/mails")
    MailList.Page mails(MailSearch search) {
        return this.list.find(search);
    }

    /** The mails of a case, oldest first. */
    @GetMapping("/desk/cases/{caseNumber}/received")
    List<Headline> received(@PathVariable CaseNumber caseNumber) {
        return this.list.ofCase(caseNumber);
    }

}
