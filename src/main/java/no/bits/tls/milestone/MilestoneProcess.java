package no.bits.tls.milestone;

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
 * What we tell the engine about a milestone; the diagram is
 * {@code processes/milestone.bpmn}.
 */
@Component
class MilestoneProcess {

    static final String PARTICIPANT_LISTED = "message_participantListed";

    static final String MILESTONE_ANSWERED = "message_milestoneAnswered";

    static final String MILESTONE_REPLY = "message_milestoneReply";

    static final String FOLLOW_UP = "userTask_followUpMilestone";

    /** When the next timer goes off. */
    static final Variable<Date> DUE = new Variable<>("due", Date.class);

    /** Which way out. */
    static final Variable<MilestoneAnswer> ANSWER = new Variable<>("answer", MilestoneAnswer.class);

    private final Cases cases;

    private final StaffTasks tasks;

    MilestoneProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String organisation, String domains, Instant noteDue) {
        Map<String, Object> variables = new HashMap<>(Cases.ORGANISATION.of(organisation));
        variables.putAll(Cases.DOMAIN.of(domains));
        variables.putAll(DUE.of(Date.from(noteDue)));
        this.cases.start(PARTICIPANT_LISTED, caseNumber, variables);
    }

    void answered(CaseNumber caseNumber, MilestoneAnswer answer) {
        this.cases.tell(MILESTONE_ANSWERED, caseNumber, ANSWER.of(answer));
    }

    /** Brings the follow-up forward, unless it has begun. */
    void replied(CaseNumber caseNumber) {
        if (!this.tasks.isOpen(caseNumber, FOLLOW_UP)) {
            this.cases.tell(MILESTONE_REPLY, caseNumber);
        }
    }

    String claimedFollowUp(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, FOLLOW_UP, user);
    }

    void followedUp(String taskId, String user, MilestoneAnswer answer) {
        this.tasks.complete(taskId, user, ANSWER.of(answer));
    }

}
