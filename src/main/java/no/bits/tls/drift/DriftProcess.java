package no.bits.tls.drift;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;

import org.springframework.stereotype.Component;

/**
 * What we tell the engine about a drift; the diagram is {@code processes/drift.bpmn}.
 */
@Component
class DriftProcess {

    static final String DRIFT_NOTICED = "message_driftNoticed";

    static final String DRIFT_CHANGED = "message_driftChanged";

    static final String DRIFT_ENDED = "message_driftEnded";

    static final String DRIFT_REPLY = "message_driftReply";

    static final String FOLLOW_UP = "userTask_followUpDrift";

    /** When staff are to follow it up. */
    static final Variable<Date> DUE = new Variable<>("due", Date.class);

    /** Which way out. */
    static final Variable<DriftOutcome> OUTCOME = new Variable<>("outcome", DriftOutcome.class);

    private final Cases cases;

    private final StaffTasks tasks;

    DriftProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String organisation, DomainName domain) {
        Map<String, Object> variables = new HashMap<>(Cases.ORGANISATION.of(organisation));
        variables.putAll(Cases.DOMAIN.of(domain.unicode()));
        this.cases.start(DRIFT_NOTICED, caseNumber, variables);
    }

    /**
     * Whether the contact can be told of more now: not while staff are on it, nor between
     * two steps, of which the next look finds the end.
     */
    boolean awaitsChange(CaseNumber caseNumber) {
        return this.cases.isWaiting(DRIFT_CHANGED, caseNumber);
    }

    void changed(CaseNumber caseNumber) {
        this.cases.tell(DRIFT_CHANGED, caseNumber);
    }

    /** Whether the case can end now, which it cannot between two steps. */
    boolean awaitsEnd(CaseNumber caseNumber) {
        return this.cases.isWaiting(DRIFT_ENDED, caseNumber);
    }

    void ended(CaseNumber caseNumber) {
        this.cases.tell(DRIFT_ENDED, caseNumber);
    }

    /** Brings the follow-up forward, unless it has begun. */
    void replied(CaseNumber caseNumber) {
        if (!this.tasks.isOpen(caseNumber, FOLLOW_UP)) {
            this.cases.tell(DRIFT_REPLY, caseNumber);
        }
    }

    String claimedFollowUp(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, FOLLOW_UP, user);
    }

    void followedUp(String taskId, String user, DriftOutcome outcome) {
        this.tasks.complete(taskId, user, OUTCOME.of(outcome));
    }

}
