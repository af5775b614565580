package no.bits.tls.outbox;

import java.util.List;

import no.bits.tls.workflow.CaseBelongings;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Component;

/** The mails that we sent, by the cases they belong to. */
@Component
class SentMails implements CaseBelongings {

    private final Outbox outbox;

    SentMails(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String path() {
        return "sent";
    }

    @Override
    public List<String> of(CaseNumber caseNumber) {
        return this.outbox.mailsOf(caseNumber).stream().map((mail) -> mail.id().toString()).toList();
    }

}
