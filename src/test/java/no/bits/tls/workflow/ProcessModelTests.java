package no.bits.tls.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the conventions of all diagrams: names, ids, drawings, forms and beans. */
class ProcessModelTests {

    private static final int MOST_NODES = 15;

    private static final List<Path> FILES = files("processes", ".bpmn");

    static Stream<Diagram> diagrams() {
        return FILES.stream().map(Diagram::of);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aProcessIsNamedAsItsFileAndKeepsItsHistoryForALimitedTime(Diagram diagram) {
        Process process = diagram.process();
        assertThat(diagram.file()).isEqualTo(process.getId() + ".bpmn");
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementHasALabelAndAnIdThatStartsWithItsKind(Diagram diagram) {
        assertThat(diagram.all(FlowNode.class)).allSatisfy((node) -> {
            assertThat(node.getId()).startsWith(kindOf(node) + "_");
            assertThat(node.getName()).as(node.getId()).isNotBlank();
        });
        assertThat(diagram.all(SequenceFlow.class)).allSatisfy((flow) -> assertThat(flow.getId()).startsWith("flow_"));
        assertThat(diagram.all(Message.class))
            .allSatisfy((message) -> assertThat(message.getId()).startsWith("message_").isEqualTo(message.getName()));
        assertThat(diagram.all(Error.class)).allSatisfy((error) -> {
            assertThat(error.getId()).startsWith("error_").isEqualTo(error.getName());
            assertThat(error.getId()).endsWith("_" + error.getErrorCode());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aTimerAsksTheCaseForItsTime(Diagram diagram) {
        assertThat(diagram.all(TimerEventDefinition.class))
            .allSatisfy((timer) -> assertThat(timer.getTextContent().strip()).matches("\\$\\{\\w+}"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aSubProcessIsDrawnOpenAndHoldsItsOwn(Diagram diagram) {
        for (SubProcess part : diagram.all(SubProcess.class)) {
            BpmnShape box = diagram.shapeOf(part);
            assertThat(box.isExpanded()).as(part.getId()).isTrue();
            assertThat(part.getChildElementsByType(FlowNode.class)).allSatisfy(
                    (node) -> assertThat(within(diagram.shapeOf(node).getBounds(), box.getBounds())).as(node.getId())
                        .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramIsSmallEnoughToGrasp(Diagram diagram) {
        assertThat(diagram.all(FlowNode.class).stream().collect(Collectors.groupingBy(FlowNode::getParentElement)))
            .allSatisfy((scope, nodes) -> assertThat(nodes).hasSizeLessThanOrEqualTo(MOST_NODES));
        assertThat(diagram.all(ScriptTask.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsDrawn(Diagram diagram) {
        Set<String> drawn = Stream
            .concat(diagram.all(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                    diagram.all(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
            .map(BaseElement::getId)
            .collect(Collectors.toSet());
        assertThat(diagram.all(FlowElement.class)).extracting(FlowElement::getId).isSubsetOf(drawn);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theDrawingRunsFromLeftToRight(Diagram diagram) {
        Map<String, Double> left = diagram.all(BpmnShape.class)
            .stream()
            .collect(Collectors.toMap((shape) -> shape.getBpmnElement().getId(), (shape) -> shape.getBounds().getX()));
        String start = diagram.all(FlowNode.class)
            .stream()
            .filter((node) -> node.getElementType().getTypeName().equals("startEvent"))
            .findFirst()
            .orElseThrow()
            .getId();
        assertThat(left.get(start)).isEqualTo(Collections.min(left.values()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everySplitAsksAQuestionAndEveryWayOutAnswersIt(Diagram diagram) {
        Map<String, List<SequenceFlow>> ways = diagram.all(SequenceFlow.class)
            .stream()
            .collect(Collectors.groupingBy((flow) -> flow.getSource().getId()));
        for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
            List<SequenceFlow> answers = ways.getOrDefault(gateway.getId(), List.of());
            if (answers.size() > 1) {
                assertThat(gateway.getName()).endsWith("?");
                assertThat(gateway.getDefault()).as("default of " + gateway.getId()).isNotNull();
                assertThat(answers).allSatisfy((answer) -> assertThat(answer.getName()).isNotBlank());
                assertThat(answers).filteredOn((answer) -> !answer.equals(gateway.getDefault()))
                    .allSatisfy((answer) -> assertThat(answer.getConditionExpression()).isNotNull());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void endsSayWhatStateIsReached(Diagram diagram) {
        assertThat(diagram.all(EndEvent.class)).extracting(EndEvent::getName).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aServiceTaskCallsTheBeanOfItsNameInAJobOfItsOwn(Diagram diagram) {
        assertThat(diagram.all(ServiceTask.class)).allSatisfy((task) -> {
            assertThat(task.getCamundaDelegateExpression())
                .isEqualTo("${" + task.getId().replaceFirst("^serviceTask_", "") + "}");
            assertThat(task.isCamundaAsyncBefore()).as(task.getId() + " asyncBefore").isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aUserTaskHasItsFormAndItsGroup(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy((task) -> {
            String form = "forms/" + task.getId().replaceFirst("^userTask_", "") + ".html";
            assertThat(task.getCamundaFormKey()).isEqualTo("embedded:deployment:" + form);
            assertThat(Path.of(form)).exists();
            assertThat(task.getCamundaCandidateGroupsList()).isNotEmpty();
            assertThat(task.isCamundaAsyncAfter()).as(task.getId() + " asyncAfter").isTrue();
        });
    }

    @Test
    void serviceTasksAndBeansMatchOneToOne() {
        Set<String> tasks = diagrams().flatMap((diagram) -> diagram.all(ServiceTask.class).stream())
            .map((task) -> task.getId().replaceFirst("^serviceTask_", ""))
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(delegateBeans()).isEqualTo(tasks);
    }

    @Test
    void everyFormBelongsToAUserTask() {
        Set<String> forms = files("forms", ".html").stream()
            .map((file) -> file.getFileName().toString().replaceFirst("\\.html$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tasks = diagrams().flatMap((diagram) -> diagram.all(UserTask.class).stream())
            .map((task) -> task.getId().replaceFirst("^userTask_", ""))
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(forms).isEqualTo(tasks);
    }

    private static boolean within(Bounds inner, Bounds outer) {
        return inner.getX() >= outer.getX() && inner.getY() >= outer.getY()
                && inner.getX() + inner.getWidth() <= outer.getX() + outer.getWidth()
                && inner.getY() + inner.getHeight() <= outer.getY() + outer.getHeight();
    }

    private static String kindOf(FlowNode node) {
        return node instanceof Gateway ? "gateway" : node.getElementType().getTypeName();
    }

    private static Set<String> delegateBeans() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("no.bits.tls")
            .stream()
            .filter((type) -> type.getSimpleName().endsWith("Tasks"))
            .map(JavaClass::reflect)
            .flatMap((type) -> Stream.of(ReflectionUtils.getDeclaredMethods(type)))
            .filter((method) -> method.isAnnotationPresent(Bean.class))
            .filter((method) -> JavaDelegate.class.isAssignableFrom(method.getReturnType()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(folder + " cannot be listed", ex);
        }
    }

    /** One diagram and its file name. */
    record Diagram(String file, BpmnModelInstance model) {

        static Diagram of(Path path) {
            return new Diagram(path.getFileName().toString(), Bpmn.readModelFromFile(path.toFile()));
        }

        Process process() {
            return all(Process.class).iterator().next();
        }

        BpmnShape shapeOf(BaseElement element) {
            return all(BpmnShape.class).stream()
                .filter((shape) -> shape.getBpmnElement().equals(element))
                .findFirst()
                .orElseThrow();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return this.model.getModelElementsByType(type);
        }

        @Override
        public String toString() {
            return this.file;
        }

    }

}
