package no.bits.tls.workflow;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;

/**
 * Refuses expressions in the {@code or} branches of task queries too: the engine checks
 * only the top level, so that any logged-in user could have had an expression evaluated.
 */
class SafeTaskQueries extends SpringBootProcessEnginePlugin {

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setTaskService(new TaskServiceImpl() {
            @Override
            public TaskQuery createTaskQuery() {
                TaskQueryImpl query = new TaskQueryImpl(this.commandExecutor);
                query.addValidator(SafeTaskQueries::refuseExpressionsInBranches);
                return query;
            }
        });
    }

    private static void refuseExpressionsInBranches(AbstractQuery<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks
                && !Context.getProcessEngineConfiguration().isEnableExpressionsInAdhocQueries()
                && tasks.getQueries().stream().anyMatch((branch) -> !branch.getExpressions().isEmpty())) {
            throw new BadUserRequestException("Expressions are forbidden in ad hoc queries.");
        }
    }

}
