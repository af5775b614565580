package no.bits.tls.review;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;

import org.springframework.stereotype.Component;

/**
 * What we tell the engine about campaigns and reviews; the diagrams are
 * {@code processes/reviewCampaign.bpmn} and {@code processes/quarterlyReview.bpmn}.
 */
@Component
class ReviewProcess {

    static final String CAMPAIGN_PLANNED = "message_campaignPlanned";

    static final String REVIEW_OPENED = "message_reviewOpened";

    static final String LIST_CONFIRMED = "message_listConfirmed";

    static final String REVIEW_REPLY = "message_reviewReply";

    static final String FOLLOW_UP = "userTask_followUpReview";

    /** When the next timer goes off. */
    static final Variable<Date> DUE = new Variable<>("due", Date.class);

    /** When the next quarter begins and it is too late to confirm this one. */
    static final Variable<Date> NEXT_QUARTER = new Variable<>("nextQuarter", Date.class);

    /** Whether the campaign has more participants to ask. */
    static final Variable<Boolean> MORE_PARTICIPANTS = new Variable<>("moreParticipants", Boolean.class);

    /** Which way out of the follow-up. */
    static final Variable<ReviewOutcome> ANSWER = new Variable<>("answer", ReviewOutcome.class);

    private final Cases cases;

    private final StaffTasks tasks;

    ReviewProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void plan(CaseNumber caseNumber, String quarter, Instant due) {
        Map<String, Object> variables = new HashMap<>(Cases.ORGANISATION.of(quarter));
        variables.putAll(DUE.of(Date.from(due)));
        this.cases.start(CAMPAIGN_PLANNED, caseNumber, variables);
    }

    void open(CaseNumber caseNumber, String organisation, String domains) {
        Map<String, Object> variables = new HashMap<>(Cases.ORGANISATION.of(organisation));
        variables.putAll(Cases.DOMAIN.of(domains));
        this.cases.start(REVIEW_OPENED, caseNumber, variables);
    }

    void confirmed(CaseNumber caseNumber) {
        this.cases.tell(LIST_CONFIRMED, caseNumber);
    }

    /** Brings the follow-up forward, unless it has begun. */
    void replied(CaseNumber caseNumber) {
        if (!this.tasks.isOpen(caseNumber, FOLLOW_UP)) {
            this.cases.tell(REVIEW_REPLY, caseNumber);
        }
    }

    String claimedFollowUp(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, FOLLOW_UP, user);
    }

    void followedUp(String taskId, String user, ReviewOutcome outcome) {
        this.tasks.complete(taskId, user, ANSWER.of(outcome));
    }

}
