package no.bits.tls.workflow;

import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * The cases that wait for an answer from outside: each stands at a user task meanwhile,
 * which ends by itself when the answer comes or its time is up, and at which staff take
 * the case back to work when they hear the answer otherwise.
 */
@Component
public class WaitingCases {

    private final StaffTasks tasks;

    private final Decisions decisions;

    WaitingCases(StaffTasks tasks, Decisions decisions) {
        this.tasks = tasks;
        this.decisions = decisions;
    }

    /**
     * Takes a case back to work, in the caller's transaction.
     * @param caseNumber the case
     * @param activity the id in the diagram of the user task at which it waits
     * @param user who takes it back
     * @param reason why, in the person's own words
     * @throws CaseRefused if it does not wait there any more, somebody else has claimed
     * the task, or there is no reason
     */
    public void takeBack(CaseNumber caseNumber, String activity, String user, String reason) {
        if (!this.tasks.isOpen(caseNumber, activity)) {
            throw CaseRefused.notWaiting(caseNumber);
        }
        if (reason.isBlank()) {
            throw CaseRefused.takenBackWithoutReason();
        }
        String task = this.tasks.claimed(caseNumber, activity, user);
        this.decisions.record(caseNumber, task, Outcome.TAKEN_BACK, reason.strip(), user);
        this.tasks.complete(task, user, Map.of());
    }

    /** What staff can decide about a case that waits. */
    private enum Outcome {

        /** It waits no longer: a person works on it. */
        TAKEN_BACK

    }

}
