package no.bits.tls.errorreport;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;
import org.springframework.stereotype.Component;

/**
 * What we tell the engine about an error report; the diagram is
 * {@code processes/errorReport.bpmn}.
 */
@Component
class ErrorReportProcess {

    static final String ERROR_REPORTED = "message_errorReported";

    static final String REPLY = "message_errorReportReply";

    static final String MENDED = "message_serverMended";

    static final String ASSESS = "userTask_assessErrorReport";

    static final String AWAIT_DETAILS = "userTask_awaitDetails";

    static final String AWAIT_MENDING = "userTask_awaitMending";

    static final String FOLLOW_UP = "userTask_followUpErrorReport";

    static final String ESCALATE = "userTask_escalateErrorReport";

    /** What a person found. */
    static final Variable<Assessment> ASSESSMENT = new Variable<>("assessment", Assessment.class);

    /** What a person wants done next. */
    static final Variable<Pursuit> PURSUIT = new Variable<>("pursuit", Pursuit.class);

    /** When the participants' time is up, or the reporter's. */
    static final Variable<Date> DUE = new Variable<>("due", Date.class);

    /** When the domains leave the list. */
    static final Variable<Date> LEAVES_AT = new Variable<>("leavesAt", Date.class);

    /** Whether the participants were reminded already. */
    static final Variable<Boolean> REMINDED = new Variable<>("reminded", Boolean.class);

    private final Cases cases;

    private final StaffTasks tasks;

    ErrorReportProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String organisation, String domain) {
        this.cases.start(ERROR_REPORTED, caseNumber, labels(organisation, domain));
    }

    /** For the task lists, once it is known whose server it is. */
    void label(CaseNumber caseNumber, String organisation, String domain) {
        this.cases.note(caseNumber, labels(organisation, domain));
    }

    /** Puts a mail before a person, unless one has the case already. */
    void replied(CaseNumber caseNumber) {
        if (this.cases.isWaiting(REPLY, caseNumber)) {
            this.cases.tell(REPLY, caseNumber);
        }
    }

    /** Whether the case waits for its mail servers to be mended. */
    boolean awaitsMending(CaseNumber caseNumber) {
        return this.cases.isWaiting(MENDED, caseNumber);
    }

    void mended(CaseNumber caseNumber) {
        this.cases.tell(MENDED, caseNumber);
    }

    String claimed(CaseNumber caseNumber, String task, String user) {
        return this.tasks.claimed(caseNumber, task, user);
    }

    /** The task at which a person may decide how to go on. */
    String pursuing(CaseNumber caseNumber) {
        return this.tasks.isOpen(caseNumber, ESCALATE) ? ESCALATE : FOLLOW_UP;
    }

    void assessed(String taskId, String user, Assessment assessment) {
        this.tasks.complete(taskId, user, ASSESSMENT.of(assessment));
    }

    void decided(String taskId, String user, Pursuit pursuit) {
        this.tasks.complete(taskId, user, PURSUIT.of(pursuit));
    }

    private static Map<String, Object> labels(String organisation, String domain) {
        Map<String, Object> labels = new HashMap<>(Cases.ORGANISATION.of(organisation));
        labels.putAll(Cases.DOMAIN.of(domain));
        return labels;
    }

}
