package no.bits.tls.drift;

import java.util.Date;

import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the drift process asks of the application: one bean for each service task, in the
 * order of the diagram. The first says when staff follow up.
 */
@Configuration(proxyBeanMethods = false)
class DriftTasks {

    @Bean
    JavaDelegate sendDriftNotice(Drifts drifts) {
        return (task) -> DriftProcess.DUE.set(task, Date.from(drifts.sendNotice(CaseNumber.of(task))));
    }

    @Bean
    JavaDelegate tellDriftEnded(Drifts drifts) {
        return (task) -> drifts.tellEnd(CaseNumber.of(task));
    }

}
