package no.bits.tls.enrolment;

import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;
import org.camunda.bpm.engine.RuntimeService;

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

    /** For the task lists: the case number. */
    static final Variable<String> CASE_NUMBER = new Variable<>("caseNumber", String.class);

    /** For the task lists: who applies. */
    static final Variable<String> ORGANISATION = new Variable<>("organisation", String.class);

    /** For the task lists: the first domain, and how many more. */
    static final Variable<String> DOMAIN = new Variable<>("domain", String.class);

    private final RuntimeService runtime;

    private final StaffTasks tasks;

    EnrolmentProcess(RuntimeService runtime, StaffTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber) {
        this.runtime.createMessageCorrelation(FORMS_RECEIVED)
            .processInstanceBusinessKey(caseNumber.value())
            .setVariables(CASE_NUMBER.of(caseNumber.value()))
            .correlateStartMessage();
    }

    String claimedReview(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, REVIEW, user).orElseThrow(() -> EnrolmentRefused.notClaimed(caseNumber));
    }

    void reviewed(String taskId, String user, EnrolmentForm form, EnrolmentDecision decision) {
        Map<String, Object> variables = new HashMap<>(ORGANISATION.of(form.title()));
        variables.putAll(DOMAIN.of(form.domainSummary()));
        variables.putAll(DECISION.of(decision));
        this.tasks.complete(taskId, user, variables);
    }

}
