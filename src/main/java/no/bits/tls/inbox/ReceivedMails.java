package no.bits.tls.inbox;

import java.util.List;

import no.bits.tls.workflow.CaseBelongings;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Component;

/** The mails that reached us, by the cases they belong to. */
@Component
class ReceivedMails implements CaseBelongings {

    private final MailList list;

    ReceivedMails(MailList list) {
        this.list = list;
    }

    @Override
    public String path() {
        return "mails";
    }

    @Override
    public List<String> of(CaseNumber caseNumber) {
        return this.list.ofCase(caseNumber).stream().map((mail) -> String.valueOf(mail.id())).toList();
    }

}
