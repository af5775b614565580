package no.bits.tls.delivery;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;

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

    private final Cases cases;

    private final StaffTasks tasks;

    UndeliveredMailProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String domain) {
        this.cases.start(MAIL_UNDELIVERED, caseNumber, Cases.DOMAIN.of(domain));
    }

    String claimedFollowUp(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, FOLLOW_UP, user);
    }

    void followedUp(String taskId, String user, boolean sendAgain) {
        this.tasks.complete(taskId, user, SEND_AGAIN.of(sendAgain));
    }

}
