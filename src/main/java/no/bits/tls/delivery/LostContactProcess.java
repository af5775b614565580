package no.bits.tls.delivery;

import java.util.HashMap;
import java.util.Map;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.StaffTasks;
import no.bits.tls.workflow.Variable;

import org.springframework.stereotype.Component;

/**
 * What we tell the engine about a lost contact; the diagram is
 * {@code processes/lostContact.bpmn}.
 */
@Component
class LostContactProcess {

    static final String CONTACT_LOST = "message_contactLost";

    static final String FIND_NEW_CONTACT = "userTask_findNewContact";

    /** Whether the contact has a new address. */
    static final Variable<Boolean> NEW_ADDRESS = new Variable<>("newAddress", Boolean.class);

    private final Cases cases;

    private final StaffTasks tasks;

    LostContactProcess(Cases cases, StaffTasks tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    void start(CaseNumber caseNumber, String organisation, String domain) {
        Map<String, Object> labels = new HashMap<>(Cases.ORGANISATION.of(organisation));
        labels.putAll(Cases.DOMAIN.of(domain));
        this.cases.start(CONTACT_LOST, caseNumber, labels);
    }

    String claimedTask(CaseNumber caseNumber, String user) {
        return this.tasks.claimed(caseNumber, FIND_NEW_CONTACT, user);
    }

    void decided(String taskId, String user, boolean newAddress) {
        this.tasks.complete(taskId, user, NEW_ADDRESS.of(newAddress));
    }

}
