package no.bits.tls;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.joda.time.DateTimeUtils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives the test's application what an engine shares with all others of its JVM:
 * Camunda's assertions, its web applications, the time, and the processors, since the
 * engines of kept applications would see their timers due by the clock of another. An
 * application that closes takes Camunda's web applications from all others: they get them
 * back.
 */
class EngineAssertions implements BeforeEachCallback, AfterEachCallback {

    private static final AtomicReference<ProcessEngine> RUNNING = new AtomicReference<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        ProcessEngine engine = application.getBean(ProcessEngine.class);
        ProcessEngine before = RUNNING.getAndSet(engine);
        if (before != null && before != engine) {
            jobsOf(before).shutdown();
        }
        DateTimeUtils.setCurrentMillisProvider(application.getBean(Clock.class)::millis);
        ProcessEngines.registerProcessEngine(engine);
        openWebApplications();
        ProcessEngineTests.init(engine);
        jobsOf(engine).start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ProcessEngineTests.reset();
    }

    private static void openWebApplications() {
        if (Cockpit.getRuntimeDelegate() == null) {
            Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
            Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
            Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
            Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        }
    }

    private static JobExecutor jobsOf(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

}
