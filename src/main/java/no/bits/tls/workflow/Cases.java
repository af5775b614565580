package no.bits.tls.workflow;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/**
 * The cases in the engine: each a process with its case number as business key, started
 * and continued by messages.
 */
@Component
public class Cases {

    /** For the task lists: the case number. */
    public static final Variable<String> CASE_NUMBER = new Variable<>("caseNumber", String.class);

    /** For the task lists: the organisation that the case is about. */
    public static final Variable<String> ORGANISATION = new Variable<>("organisation", String.class);

    /** For the task lists: the domain that the case is about. */
    public static final Variable<String> DOMAIN = new Variable<>("domain", String.class);

    private final RuntimeService runtime;

    private final HistoryService history;

    Cases(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    /**
     * Starts a case, in the caller's transaction.
     * @param message the message of its start event
     * @param caseNumber its number
     * @param variables what it starts with, by name, beside its case number
     */
    public void start(String message, CaseNumber caseNumber, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.putAll(CASE_NUMBER.of(caseNumber.value()));
        this.runtime.createMessageCorrelation(message)
            .processInstanceBusinessKey(caseNumber.value())
            .setVariables(all)
            .correlateStartMessage();
    }

    /**
     * Tells a running case what happened, in the caller's transaction.
     * @param message the message that it waits for
     * @param caseNumber its number
     * @throws CaseElsewhere if the case does not wait for this message
     */
    public void tell(String message, CaseNumber caseNumber) {
        tell(message, caseNumber, Map.of());
    }

    /**
     * Tells a running case what happened, in the caller's transaction.
     * @param message the message that it waits for
     * @param caseNumber its number
     * @param variables what to note, by name
     * @throws CaseElsewhere if the case does not wait for this message
     */
    public void tell(String message, CaseNumber caseNumber, Map<String, Object> variables) {
        try {
            this.runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber.value())
                .setVariables(variables)
                .correlateExclusively();
        }
        catch (MismatchingMessageCorrelationException ex) {
            throw CaseElsewhere.than(caseNumber, message, ex);
        }
    }

    /**
     * Whether a running case waits for a message.
     * @param message the message
     * @param caseNumber its number
     * @return whether {@link #tell} would find it
     */
    public boolean isWaiting(String message, CaseNumber caseNumber) {
        return this.runtime.createExecutionQuery()
            .messageEventSubscriptionName(message)
            .processInstanceBusinessKey(caseNumber.value())
            .count() > 0;
    }

    /**
     * Notes something about a running case, in the caller's transaction.
     * @param caseNumber its number
     * @param variables what to note, by name
     */
    public void note(CaseNumber caseNumber, Map<String, Object> variables) {
        this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .list()
            .forEach((instance) -> this.runtime.setVariables(instance.getId(), variables));
    }

    /**
     * What the task lists say, or said, about a case.
     * @param caseNumber its number
     * @return its label, with empty words where nothing is known
     */
    public Label label(CaseNumber caseNumber) {
        return this.history.createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .list()
            .stream()
            .findFirst()
            .map((found) -> new Label(caseNumber.value(), found.getProcessDefinitionName(),
                    word(found.getId(), ORGANISATION), word(found.getId(), DOMAIN), found.getEndTime() == null))
            .orElse(new Label(caseNumber.value(), "", "", "", false));
    }

    private String word(String instance, Variable<String> variable) {
        return this.history.createHistoricVariableInstanceQuery()
            .processInstanceId(instance)
            .variableName(variable.name())
            .list()
            .stream()
            .map((found) -> String.valueOf(found.getValue()))
            .findFirst()
            .orElse("");
    }

    /**
     * A case in a few words.
     *
     * @param caseNumber its number
     * @param kind what kind of case it is, for example {@code Enrolment}
     * @param organisation whom it is about, may be empty
     * @param domain the domain that it is about, may be empty
     * @param open whether it still runs
     */
    public record Label(String caseNumber, String kind, String organisation, String domain, boolean open) {
    }

}
