package no.bits.tls.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.stereotype.Component;

/**
 * The lists of tasks that all staff share in Tasklist, in the order of a working day. The
 * engine keeps them in English; {@link NorwegianNames} shows them in Norwegian.
 */
@Component
class SharedFilters {

    /** The property by which we know our own, whatever somebody calls them. */
    private static final String KEY = "backOffice";

    private static final List<Map<String, String>> COLUMNS = List.of(Map.of("name", "caseNumber", "label", "Case"),
            Map.of("name", "organisation", "label", "Organisation"), Map.of("name", "domain", "label", "Domain"));

    private static final String[] WAITING = { "userTask_awaitApplicant", "userTask_awaitDetails",
            "userTask_awaitMending" };

    private final FilterService filters;

    private final TaskService tasks;

    SharedFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    void create() {
        share(1, "My tasks", "Tasks that I have claimed", "#1a7f37",
                this.tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        share(2, "New enrolments", "Enrolments that wait for a decision", "#1f6feb",
                open().taskDefinitionKey("userTask_reviewEnrolment"));
        share(3, "Error reports", "E-mail to a participant fails: assess, follow up, close", "#bf3989",
                open().taskDefinitionKeyIn("userTask_assessErrorReport", "userTask_followUpErrorReport",
                        "userTask_escalateErrorReport"));
        share(4, "Enquiries", "Questions and changes to answer", "#6639ba", open().processDefinitionKey("enquiry"));
        share(5, "Follow-ups",
                "Milestones and quarterly reviews without an answer, replies to them, mail servers that nobody mends, contacts that are gone",
                "#0b7285", open().processDefinitionKeyIn("milestone", "quarterlyReview", "drift", "lostContact"));
        share(6, "Quarantine and failed mail",
                "E-mail that no case knows or that could not be read, and letters of ours that did not arrive",
                "#b35900", open().processDefinitionKeyIn("mailTriage", "undeliveredMail"));
        share(7, "Waiting for participants", "Cases that wait for somebody's answer; take one back when they call",
                "#57606a", open().taskDefinitionKeyIn(WAITING));
        share(8, "Overdue", "What should have been done by now", "#b3261e", open().dueBeforeExpression("${now()}"));
    }

    private TaskQuery open() {
        return this.tasks.createTaskQuery().taskCandidateGroup(Role.STAFF.group()).includeAssignedTasks();
    }

    private void share(int place, String name, String description, String color, TaskQuery query) {
        Filter filter = ours(place).orElseGet(() -> this.filters.newTaskFilter(name));
        filter.setName(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(KEY, place, "description", description, "priority", place, "color", color,
                "refresh", true, "showUndefinedVariable", false, "variables", COLUMNS));
        this.filters.saveFilter(filter);
    }

    private Optional<Filter> ours(int place) {
        return this.filters.createTaskFilterQuery()
            .list()
            .stream()
            .filter((filter) -> Objects.equals(filter.getProperties().get(KEY), place))
            .findFirst();
    }

}
