package no.bits.tls.outbox;

import java.util.List;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what we sent in a case. */
@RestController
class OutboxDesk {

    private final Outbox outbox;

    OutboxDesk(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping("/desk/cases/{caseNumber}/sent")
    List<OutgoingMail> sent(@PathVariable CaseNumber caseNumber) {
        return this.outbox.mailsOf(caseNumber);
    }

}
