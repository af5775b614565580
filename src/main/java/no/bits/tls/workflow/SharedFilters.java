package no.bits.tls.workflow;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;

import org.springframework.stereotype.Component;

/** The lists of tasks that all staff share in Tasklist. */
@Component
class SharedFilters {

    private static final List<Map<String, String>> COLUMNS = List.of(Map.of("name", "caseNumber", "label", "Sak"),
            Map.of("name", "organisation", "label", "Virksomhet"), Map.of("name", "domain", "label", "Domene"));

    private final FilterService filters;

    private final TaskService tasks;

    SharedFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    void create() {
        share(1, "Nye innmeldinger", "Innmeldinger som venter på en beslutning", "#1f6feb",
                open().processDefinitionKey("enrolment"));
        share(2, "E-post å sortere", "E-post som ingen sak kjente igjen, eller som ikke kunne leses", "#b35900",
                open().processDefinitionKey("mailTriage"));
        share(3, "E-post som ikke kom frem",
                "Brev fra oss som ble avvist, kom i retur, eller som vi ikke vet om kom frem, og kontakter som ikke finnes lenger",
                "#b3261e", open().processDefinitionKeyIn("undeliveredMail", "lostContact"));
        share(4, "Henvendelser", "Spørsmål og endringer som skal besvares", "#6639ba",
                open().processDefinitionKey("enquiry"));
        share(5, "Feilmeldinger", "E-post til en deltaker kommer ikke frem: vurder, følg opp, avslutt", "#bf3989",
                open().processDefinitionKey("errorReport"));
        share(6, "Å følge opp",
                "Milepæler og kvartalsgjennomganger uten svar, e-posttjenere som ingen retter, og svar på e-post",
                "#0b7285", open().processDefinitionKeyIn("milestone", "quarterlyReview", "drift"));
        share(7, "Mine oppgaver", "Oppgaver som jeg har tatt", "#1a7f37",
                this.tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    }

    private TaskQuery open() {
        return this.tasks.createTaskQuery().taskCandidateGroup(Role.STAFF.group()).includeAssignedTasks();
    }

    private void share(int place, String name, String description, String color, TaskQuery query) {
        Filter existing = this.filters.createTaskFilterQuery().filterName(name).singleResult();
        Filter filter = (existing != null) ? existing : this.filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of("description", description, "priority", place, "color", color, "refresh", true,
                "showUndefinedVariable", false, "variables", COLUMNS));
        this.filters.saveFilter(filter);
    }

}
