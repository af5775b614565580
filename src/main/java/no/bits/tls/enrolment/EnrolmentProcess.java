package no.bits.tls.enrolment;

import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;

import org.springframework.stereotype.Component;

/**
 * What we tell the engine about an enrolment; the diagram is
 * {@code processes/enrolment.bpmn}.
 */
@Component
class EnrolmentProcess {

    static final String FORMS_RECEIVED = "message_formsReceived";

    static final String REVIEW = "userTask_reviewEnrolment";

    /** Which way out of the review. */
    static final Variable<EnrolmentDecision> DECISION = new Variable<>("decision", EnrolmentDecision.class);

    /** Whether nobody else had one of the domains when they were to be listed. */
    static final Variable<Boolean> DOMAINS_FREE = new Variable<>("domainsFree", Boolean.class);

    private final Cases cases;

    private final StaffTasks tasks;

    EnrolmentProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber) {
        this.cases.start(FORMS_RECEIVED, caseNumber, Map.of());
    }

    String claimedReview(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, REVIEW, user);
    }

    void reviewed(String taskId, String user, EnrolmentForm form, EnrolmentDecision decision) {
        Map<String, Object> variables = new HashMap<>(Cases.ORGANISATION.of(form.title()));
        variables.putAll(Cases.DOMAIN.of(form.domainSummary()));
        variables.putAll(DECISION.of(decision));
        this.tasks.complete(taskId, user, variables);
    }

}
