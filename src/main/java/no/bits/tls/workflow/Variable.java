package no.bits.tls.workflow;

import java.util.Map;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * One process variable, declared once with its type: only what a gateway, a timer or a
 * form needs.
 *
 * @param <T> the type of its value
 * @param name the name that the diagram uses
 * @param type the type of its value
 */
public record Variable<T extends Object>(String name, Class<T> type) {

    /**
     * Writes the value.
     * @param scope where the process stands
     * @param value the new value; an enum is stored by its name
     */
    public void set(VariableScope scope, T value) {
        scope.setVariable(this.name, stored(value));
    }

    /**
     * The variable for calls that take many by name.
     * @param value its value
     * @return one entry, name and stored value
     */
    public Map<String, Object> of(T value) {
        return Map.of(this.name, stored(value));
    }

    private static Object stored(Object value) {
        return (value instanceof Enum<?> constant) ? constant.name() : value;
    }

}
