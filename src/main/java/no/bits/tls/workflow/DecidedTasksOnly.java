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
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets no user task be completed that the book of decisions does not know: neither
 * Tasklist's own button nor the engine's API moves a case without a decision, a person
 * and a reason.
 */
class DecidedTasksOnly extends AbstractCamundaConfiguration {

    private final ObjectProvider<Decisions> decisions;

    DecidedTasksOnly(ObjectProvider<Decisions> decisions) {
        this.decisions = decisions;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        Optional.ofNullable(configuration.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
                    .addTaskListener(TaskListener.EVENTNAME_COMPLETE, DecidedTasksOnly.this::requireDecision);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private void requireDecision(DelegateTask task) {
        if (!this.decisions.getObject().isDecided(task.getId())) {
            throw new BadUserRequestException("Bruk knappene i skjemaet: oppgaven har ingen beslutning ennå.");
        }
    }

}
