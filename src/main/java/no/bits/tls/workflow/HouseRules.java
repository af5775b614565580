package no.bits.tls.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What holds for every user task, whatever the diagram: it is due some working days after
 * it came, and it is completed only by what the book of decisions knows: neither
 * Tasklist's own button nor the engine's API moves a case without a decision, a person
 * and a reason.
 */
class HouseRules extends SpringBootProcessEnginePlugin {

    private final ObjectProvider<TaskDuties> duties;

    private final ObjectProvider<Decisions> decisions;

    HouseRules(ObjectProvider<TaskDuties> duties, ObjectProvider<Decisions> decisions) {
        this.duties = duties;
        this.decisions = decisions;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        Optional.ofNullable(configuration.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addTaskListener(TaskListener.EVENTNAME_CREATE,
                        (TaskListener) (created) -> HouseRules.this.duties.getObject().assign(created));
                task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, HouseRules.this::requireDecision);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private void requireDecision(DelegateTask task) {
        if (!this.decisions.getObject().isDecided(task.getId())) {
            throw new BadUserRequestException(DeskLanguage.ofReader()
                .of("Bruk knappene i skjemaet: oppgaven har ingen beslutning ennå.",
                        "Use the buttons of the form: the task has no decision yet."));
        }
    }

}
