package no.bits.tls.triage;

import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * What we tell the engine about a mail to sort; the diagram is
 * {@code processes/mailTriage.bpmn}.
 */
@Component
class MailTriageProcess {

    static final String MAIL_PUT_ASIDE = "message_mailPutAside";

    static final String SORTING = "userTask_sortEmail";

    /** Whether the mail went on to somebody. */
    static final Variable<Boolean> FOR_US = new Variable<>("forUs", Boolean.class);

    /** For the task lists: the case number. */
    static final Variable<String> CASE_NUMBER = new Variable<>("caseNumber", String.class);

    /** For the task lists: who wrote. */
    static final Variable<String> DOMAIN = new Variable<>("domain", String.class);

    private final RuntimeService runtime;

    private final StaffTasks tasks;

    MailTriageProcess(RuntimeService runtime, StaffTasks tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String senderDomain) {
        Map<String, Object> variables = new HashMap<>(CASE_NUMBER.of(caseNumber.value()));
        variables.putAll(DOMAIN.of(senderDomain));
        this.runtime.createMessageCorrelation(MAIL_PUT_ASIDE)
            .processInstanceBusinessKey(caseNumber.value())
            .setVariables(variables)
            .correlateStartMessage();
    }

    String claimedSorting(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, SORTING, user).orElseThrow(() -> TriageRefused.notClaimed(caseNumber));
    }

    void sorted(String taskId, String user, boolean forUs) {
        this.tasks.complete(taskId, user, FOR_US.of(forUs));
    }

}
