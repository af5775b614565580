package no.bits.tls.enquiry;

import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;

import org.springframework.stereotype.Component;

/**
 * What we tell the engine about an enquiry; the diagram is
 * {@code processes/enquiry.bpmn}.
 */
@Component
class EnquiryProcess {

    static final String ENQUIRY_RECEIVED = "message_enquiryReceived";

    static final String WRITTEN_AGAIN = "message_senderWroteAgain";

    static final String ANSWERING = "userTask_answerEnquiry";

    /** Whether an answer goes out. */
    static final Variable<Boolean> ANSWERED = new Variable<>("answered", Boolean.class);

    private final Cases cases;

    private final StaffTasks tasks;

    EnquiryProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String organisation, String domain) {
        this.cases.start(ENQUIRY_RECEIVED, caseNumber, variables(organisation, domain));
    }

    void restart(CaseNumber caseNumber, String organisation, String domain) {
        this.cases.start(WRITTEN_AGAIN, caseNumber, variables(organisation, domain));
    }

    String claimedAnswering(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, ANSWERING, user);
    }

    void decided(String taskId, String user, boolean answered) {
        this.tasks.complete(taskId, user, ANSWERED.of(answered));
    }

    private static Map<String, Object> variables(String organisation, String domain) {
        Map<String, Object> variables = new HashMap<>(Cases.ORGANISATION.of(organisation));
        variables.putAll(Cases.DOMAIN.of(domain));
        return variables;
    }

}
