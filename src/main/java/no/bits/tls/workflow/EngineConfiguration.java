package no.bits.tls.workflow;

import java.time.Clock;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The engine, set up for a back office: our clock, our deployment, lean authorizations,
 * jobs that finish.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static CamundaDeploymentConfiguration deploymentPerProcess() {
        return new DeploymentPerProcess();
    }

    @Bean
    static SafeTaskQueries safeTaskQueries() {
        return new SafeTaskQueries();
    }

    @Bean
    static HouseRules houseRules(ObjectProvider<TaskDuties> duties, ObjectProvider<Decisions> decisions) {
        return new HouseRules(duties, decisions);
    }

    @Bean
    static SpringBootProcessEnginePlugin engineClock(Clock clock) {
        return new SpringBootProcessEnginePlugin() {
            @Override
            public void preInit(SpringProcessEngineConfiguration configuration) {
                DateTimeUtils.setCurrentMillisProvider(clock::millis);
            }
        };
    }

    @Bean
    static SpringBootProcessEnginePlugin leanAuthorizations() {
        return new SpringBootProcessEnginePlugin() {
            @Override
            public void preInit(SpringProcessEngineConfiguration configuration) {
                configuration.setResourceAuthorizationProvider(new LeanAuthorizations());
            }
        };
    }

    @Bean
    TaskExecutor camundaTaskExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("case-");
        executor.setCorePoolSize(8);
        executor.setMaxPoolSize(8);
        executor.setQueueCapacity(40);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(30);
        return executor;
    }

    /**
     * Writes no authorization row for each task and candidate: groups hold their rights
     * on the process definition.
     */
    private static final class LeanAuthorizations extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
            return null;
        }

        @Override
        public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String user, String type) {
            return null;
        }

    }

}
