package no.bits.tls.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets cases that wait, some of them for months, go on by the newest version of their
 * diagram and with the newest forms: at each start, by a batch of the engine that
 * survives a crash.
 * <p>
 * An element of the diagram keeps its id, and cases go on where they stand. One that gets
 * another id says so with the extension property {@code formerly}. Cases that stand at an
 * element which is gone stay with their old version, which goes on to work, and are named
 * in the log.
 */
@Component
@Order(1)
class Takeover implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    private static final long LOCK = 0x746C73_0002L;

    private static final String FORMERLY = "formerly";

    private final RepositoryService repository;

    private final RuntimeService runtime;

    private final ManagementService management;

    private final JdbcClient jdbc;

    Takeover(RepositoryService repository, RuntimeService runtime, ManagementService management, JdbcClient jdbc) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
    }

    /**
     * Leaves everything alone while a batch of another instance or start is under way.
     */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
        });
        if (this.management.createBatchQuery().type(Batch.TYPE_PROCESS_INSTANCE_MIGRATION).count() == 0) {
            this.repository.createProcessDefinitionQuery().latestVersion().list().forEach(this::takeOver);
        }
    }

    private void takeOver(ProcessDefinition newest) {
        this.repository.createProcessDefinitionQuery()
            .processDefinitionKey(newest.getKey())
            .list()
            .stream()
            .filter((old) -> old.getVersion() < newest.getVersion() && hasCases(old))
            .forEach((old) -> takeOver(old, newest));
    }

    private void takeOver(ProcessDefinition old, ProcessDefinition newest) {
        try {
            MigrationPlan plan = planFor(old, newest);
            Set<String> stranded = casesAt(old, gone(plan, old));
            List<String> cases = this.runtime.createProcessInstanceQuery()
                .processDefinitionId(old.getId())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .filter((id) -> !stranded.contains(id))
                .toList();
            if (!stranded.isEmpty()) {
                LOG.warn(
                        "{} cases of {} stay with version {}: they stand at elements that version {} has no more."
                                + " Say with the property \"formerly\" which element takes over",
                        stranded.size(), old.getKey(), old.getVersion(), newest.getVersion());
            }
            if (!cases.isEmpty()) {
                this.runtime.newMigration(plan).processInstanceIds(cases).executeAsync();
                LOG.info("{} cases of {} go on by version {} instead of {}", cases.size(), old.getKey(),
                        newest.getVersion(), old.getVersion());
            }
        }
        catch (MigrationPlanValidationException ex) {
            LOG.error("The cases of {} stay with version {}: version {} cannot take them over", old.getKey(),
                    old.getVersion(), newest.getVersion(), ex);
        }
    }

    private MigrationPlan planFor(ProcessDefinition old, ProcessDefinition newest) {
        Set<String> known = nodes(old).keySet();
        MigrationPlanBuilder plan = this.runtime.createMigrationPlan(old.getId(), newest.getId())
            .mapEqualActivities()
            .updateEventTriggers();
        nodes(newest).values()
            .forEach((node) -> formerIds(node).stream()
                .filter(known::contains)
                .forEach((id) -> plan.mapActivities(id, node.getId())));
        return plan.build();
    }

    private Set<String> gone(MigrationPlan plan, ProcessDefinition old) {
        Set<String> mapped = plan.getInstructions()
            .stream()
            .map(MigrationInstruction::getSourceActivityId)
            .collect(Collectors.toSet());
        return nodes(old).keySet().stream().filter((id) -> !mapped.contains(id)).collect(Collectors.toSet());
    }

    private Set<String> casesAt(ProcessDefinition definition, Set<String> elements) {
        return elements.isEmpty() ? Set.of()
                : this.runtime.createProcessInstanceQuery()
                    .processDefinitionId(definition.getId())
                    .activityIdIn(elements.toArray(String[]::new))
                    .list()
                    .stream()
                    .map(ProcessInstance::getId)
                    .collect(Collectors.toSet());
    }

    private boolean hasCases(ProcessDefinition definition) {
        return this.runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).count() > 0;
    }

    private Map<String, FlowNode> nodes(ProcessDefinition definition) {
        BpmnModelInstance model = this.repository.getBpmnModelInstance(definition.getId());
        return model.getModelElementsByType(FlowNode.class)
            .stream()
            .collect(Collectors.toMap(FlowNode::getId, Function.identity()));
    }

    private static Collection<String> formerIds(FlowNode node) {
        return (node.getExtensionElements() == null) ? List.of()
                : node.getExtensionElements()
                    .getElementsQuery()
                    .list()
                    .stream()
                    .flatMap((element) -> element.getDomElement().getChildElements().stream())
                    .filter((property) -> FORMERLY.equals(property.getAttribute("name")))
                    .map((property) -> property.getAttribute("value"))
                    .toList();
    }

}
