package no.bits.tls.delivery;

import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * What we tell the engine about an undelivered mail; the diagram is
 * {@code processes/undeliveredMail.bpmn}.
 */
@Component
class UndeliveredMailProcess {

    static final String MAIL_UNDELIVERED = "message_mailUndelivered";

    static final String FOLLOW_UP = "userTask_followUpMail";

    /** Whether the mail goes out once more. */
    static final Variable<Boolean> SEND_AGAIN = new Variable<>("sendAgain", Boolean.class);

    /** For the task lists: the case number. */
    static final Variable<String> CASE_NUMBER = new Variable<>("caseNumber", String.class);

    /** For the task lists: the domain that refuses. */
    static final Variable<String> DOMAIN = new Variable<>("domain", String.class);

    private final RuntimeService runtime;

    private final StaffTasks tasks;

    UndeliveredMailProcess(RuntimeService runtime, StaffTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String domain) {
        Map<String, Object> variables = new HashMap<>(CASE_NUMBER.of(caseNumber.value()));
        variables.putAll(DOMAIN.of(domain));
        this.runtime.createMessageCorrelation(MAIL_UNDELIVERED)
            .processInstanceBusinessKey(caseNumber.value())
            .setVariables(variables)
            .correlateStartMessage();
    }

    String claimedFollowUp(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, FOLLOW_UP, user)
            .orElseThrow(() -> DeliveryRefused.notClaimed(caseNumber));
    }

    void followedUp(String taskId, String user, boolean sendAgain) {
        this.tasks.complete(taskId, user, SEND_AGAIN.of(sendAgain));
    }

}
