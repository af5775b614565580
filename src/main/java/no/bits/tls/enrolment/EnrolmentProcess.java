package no.bits.tls.enrolment;

import java.util.Date;
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

    static final String ANSWER_RECEIVED = "message_answerReceived";

    static final String DOMAINS_CHECKED = "message_domainsChecked";

    static final String LATE_ANSWER_RECEIVED = "message_lateAnswerReceived";

    static final String AWAIT_APPLICANT = "userTask_awaitApplicant";

    static final String REVIEW = "userTask_reviewEnrolment";

    /** Which way out of the review. */
    static final Variable<EnrolmentDecision> DECISION = new Variable<>("decision", EnrolmentDecision.class);

    /** Whether the applicant is to be asked. */
    static final Variable<Boolean> MORE_NEEDED = new Variable<>("moreNeeded", Boolean.class);

    /** When the applicant is reminded of what we asked. */
    static final Variable<Date> REMINDER_DUE = new Variable<>("reminderDue", Date.class);

    /** When the enrolment lapses without an answer. */
    static final Variable<Date> LAPSE_DUE = new Variable<>("lapseDue", Date.class);

    /** Whether there is anything to check. */
    static final Variable<Boolean> DOMAINS_GIVEN = new Variable<>("domainsGiven", Boolean.class);

    /** When the review begins whatever the domain check has seen by then. */
    static final Variable<Date> DOMAIN_CHECK_DUE = new Variable<>("domainCheckDue", Date.class);

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

    void answered(CaseNumber caseNumber) {
        this.cases.tell(ANSWER_RECEIVED, caseNumber);
    }

    void answeredLate(CaseNumber caseNumber, EnrolmentForm form) {
        this.cases.start(LATE_ANSWER_RECEIVED, caseNumber, title(form));
    }

    boolean isAwaitingDomainCheck(CaseNumber caseNumber) {
        return this.cases.isWaiting(DOMAINS_CHECKED, caseNumber);
    }

    void domainsChecked(CaseNumber caseNumber) {
        this.cases.tell(DOMAINS_CHECKED, caseNumber);
    }

    boolean isInReview(CaseNumber caseNumber) {
        return this.tasks.isOpen(caseNumber, REVIEW);
    }

    void retitle(CaseNumber caseNumber, EnrolmentForm form) {
        this.cases.note(caseNumber, title(form));
    }

    String claimedReview(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, REVIEW, user);
    }

    void reviewed(String taskId, String user, EnrolmentForm form, EnrolmentDecision decision) {
        Map<String, Object> variables = new HashMap<>(title(form));
        variables.putAll(DECISION.of(decision));
        this.tasks.complete(taskId, user, variables);
    }

    private static Map<String, Object> title(EnrolmentForm form) {
        Map<String, Object> title = new HashMap<>(Cases.ORGANISATION.of(form.title()));
        title.putAll(Cases.DOMAIN.of(form.domainSummary()));
        return title;
    }

}
