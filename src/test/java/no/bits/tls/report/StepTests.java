package no.bits.tls.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the words of reports against the diagrams. */
class StepTests {

    @Test
    void everyKindOfCaseHasAName() throws IOException {
        assertThat(diagrams().stream().map(StepTests::process).toList())
            .allSatisfy((process) -> assertThat(Kind.of(process.getId()).map(Kind::title)).hasValue(process.getName()));
    }

    @Test
    void everyPlaceWhereCasesWaitIsAStepOfTheReports() throws IOException {
        for (BpmnModelInstance diagram : diagrams()) {
            String kind = process(diagram).getId();
            assertThat(Stream.of(UserTask.class, ReceiveTask.class, EventBasedGateway.class)
                .flatMap((type) -> diagram.getModelElementsByType(type).stream())
                .map(FlowNode::getId)).allSatisfy((id) -> assertThat(Step.of(kind, id)).as(id).isPresent());
            assertThat(timers(diagram)).allSatisfy((id) -> assertThat(Work.of(kind, id)).as(id).isPresent());
        }
    }

    @Test
    void everyTaskHasTheNameThatTheDiagramGivesIt() throws IOException {
        for (BpmnModelInstance diagram : diagrams()) {
            assertThat(diagram.getModelElementsByType(UserTask.class))
                .allSatisfy((task) -> assertThat(Step.of(process(diagram).getId(), task.getId()).map(Step::english))
                    .as(task.getId())
                    .hasValue(task.getName()));
        }
    }

    @Test
    void everyEndOfACaseHasItsWords() throws IOException {
        for (BpmnModelInstance diagram : diagrams()) {
            Process process = process(diagram);
            Set<String> ends = Stream.of(Ending.values())
                .filter((end) -> end.kind().key().equals(process.getId()))
                .map(Ending::event)
                .collect(Collectors.toSet());
            assertThat(process.getFlowElements().stream().filter(EndEvent.class::isInstance).map((end) -> end.getId()))
                .isSubsetOf(ends);
        }
    }

    private static List<String> timers(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(CatchEvent.class)
            .stream()
            .filter((event) -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
            .map(FlowNode::getId)
            .toList();
    }

    private static Process process(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(Process.class).iterator().next();
    }

    private static List<BpmnModelInstance> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.map((file) -> Bpmn.readModelFromFile(file.toFile())).toList();
        }
    }

}
