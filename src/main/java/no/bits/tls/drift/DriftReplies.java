package no.bits.tls.drift;

import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailHandler;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts what contacts write about their mail servers before a person. */
@Component
@Order(220)
class DriftReplies implements MailHandler {

    private final Drifts drifts;

    DriftReplies(Drifts drifts) {
        this.drifts = drifts;
    }

    @Override
    public String kind() {
        return "drift";
    }

    @Override
    public boolean opensCases() {
        return false;
    }

    @Override
    public boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return this.drifts.replied(caseNumber);
    }

}
