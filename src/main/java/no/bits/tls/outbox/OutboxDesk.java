package no.bits.tls.outbox;

import java.util.List;
import java.util.UUID;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what we sent. */
@RestController
class OutboxDesk {

    private final Outbox outbox;

    private final SentList list;

    OutboxDesk(Outbox outbox, SentList list) {
        this.outbox = outbox;
        this.list = list;
    }

    /** Our mails of a case, oldest first. */
    @GetMapping("/desk/cases/{caseNumber}/sent")
    List<OutgoingMail> sent(@PathVariable CaseNumber caseNumber) {
        return this.outbox.mailsOf(caseNumber);
    }

    /** Our mails that a person looks for, 50 at a time. */
    @GetMapping("/desk/sent")
    SentList.Page sent(SentSearch search) {
        return this.list.find(search);
    }

    /** One mail of ours. */
    @GetMapping("/desk/sent/{id}")
    OutgoingMail sent(@PathVariable UUID id) {
        return this.outbox.mail(id);
    }

}
