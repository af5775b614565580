package no.bits.tls.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * One process variable, declared once with its type: only what a gateway, a timer or a
 * form needs.
 *
 * @param <T> the type of its value
 * @param name the name that the diagram uses
 * @param type the type of its value
 */
public record Variable<T>(String name, Class<T> type) {

    /**
     * Writes the value.
     * @param scope where the process stands
     * @param value the new value; an enum is stored by its name
     */
    public void set(VariableScope scope, T value) {
        scope.setVariable(this.name, value instanceof Enum<?> constant ? constant.name() : value);
    }

}
