package no.bits.tls.triage;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;

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

    private final Cases cases;

    private final StaffTasks tasks;

    MailTriageProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String senderDomain) {
        this.cases.start(MAIL_PUT_ASIDE, caseNumber, Cases.DOMAIN.of(senderDomain));
    }

    String claimedSorting(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, SORTING, user);
    }

    void sorted(String taskId, String user, boolean forUs) {
        this.tasks.complete(taskId, user, FOR_US.of(forUs));
    }

}
