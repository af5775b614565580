package no.bits.tls.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A task of a case that waits for a person.
 *
 * @param caseNumber the case
 * @param taskId the engine's task, or nothing where the case does not stand there yet
 */
public record OpenTask(String caseNumber, @Nullable String taskId) {
}
