package no.bits.tls.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/** The user tasks of cases, as the staff member who has claimed them works on them. */
@Component
public class StaffTasks {

    private final TaskService tasks;

    private final IdentityService identity;

    StaffTasks(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    /**
     * The task of a case that a person has claimed.
     * @param caseNumber the case
     * @param activity the user task's id in the diagram
     * @param user the person
     * @return the engine's task id
     * @throws CaseRefused if the case does not stand there or somebody else has claimed
     * it
     */
    public String claimed(CaseNumber caseNumber, String activity, String user) {
        return Optional
            .ofNullable(this.tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .taskDefinitionKey(activity)
                .taskAssignee(user)
                .singleResult())
            .map(Task::getId)
            .orElseThrow(() -> CaseRefused.notClaimed(caseNumber));
    }

    /**
     * The task at which a case stands, whoever has claimed it.
     * @param caseNumber the case
     * @param activity the user task's id in the diagram
     * @return the task
     */
    public OpenTask open(CaseNumber caseNumber, String activity) {
        Task task = this.tasks.createTaskQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .taskDefinitionKey(activity)
            .singleResult();
        return new OpenTask(caseNumber.value(), (task != null) ? task.getId() : null);
    }

    /**
     * Whether a case stands at a user task, claimed or not.
     * @param caseNumber the case
     * @param activity the user task's id in the diagram
     * @return whether somebody is or will be working on it
     */
    public boolean isOpen(CaseNumber caseNumber, String activity) {
        return this.tasks.createTaskQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .taskDefinitionKey(activity)
            .count() > 0;
    }

    /**
     * Completes a task as its assignee, in the caller's transaction.
     * @param taskId the engine's task id
     * @param user who completes it
     * @param variables what the gateway behind it asks, by name
     */
    public void complete(String taskId, String user, Map<String, Object> variables) {
        List<String> groups = this.identity.createGroupQuery()
            .groupMember(user)
            .list()
            .stream()
            .map(Group::getId)
            .toList();
        this.identity.setAuthentication(user, groups);
        try {
            this.tasks.complete(taskId, variables);
        }
        finally {
            this.identity.clearAuthentication();
        }
    }

}
