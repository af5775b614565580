package no.bits.tls;

import java.time.Clock;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.joda.time.DateTimeUtils;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Points Camunda's assertions at the engine of the test's application, and the time of
 * all engines, which is one for the whole JVM, at its clock.
 */
class EngineAssertions implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        ProcessEngineTests.init(application.getBean(ProcessEngine.class));
        DateTimeUtils.setCurrentMillisProvider(application.getBean(Clock.class)::millis);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ProcessEngineTests.reset();
    }

}
