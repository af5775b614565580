package no.bits.tls.workflow;

import org.jspecify.annotations.Nullable;

/**
 * How soon a person should do a kind of task.
 *
 * @param workingDays within how many working days, at least 1; nothing where the task
 * only waits for somebody else
 * @param priority what comes first where several are due, 0 to 100
 */
record Duty(@Nullable Integer workingDays, int priority) {

    Duty {
        if (workingDays != null && workingDays < 1) {
            throw new IllegalArgumentException("A task needs at least one working day, not " + workingDays);
        }
        if (priority < 0 || priority > 100) {
            throw new IllegalArgumentException("A priority is from 0 to 100, not " + priority);
        }
    }

}
