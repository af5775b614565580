package no.bits.tls.milestone;

import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailHandler;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts what participants write about their milestone before a person. */
@Component
@Order(200)
class MilestoneReplies implements MailHandler {

    private final Milestones milestones;

    MilestoneReplies(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public String kind() {
        return "milestone";
    }

    @Override
    public boolean opensCases() {
        return false;
    }

    @Override
    public boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return this.milestones.replied(caseNumber);
    }

}
