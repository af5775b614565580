package no.bits.tls.workflow;

import java.time.Instant;

/**
 * Who decided what about a case, when and why.
 *
 * @param caseNumber the case
 * @param taskId the engine's user task in which it was decided
 * @param outcome what was decided, for example {@code APPROVED}
 * @param reason why, in the person's own words; empty where none was needed
 * @param decidedBy the user who decided
 * @param decidedAt when
 */
public record Decision(CaseNumber caseNumber, String taskId, String outcome, String reason, String decidedBy,
        Instant decidedAt) {
}
