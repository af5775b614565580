package no.bits.tls.delivery;

import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the process of a lost contact asks of the application: one bean for each service
 * task.
 */
@Configuration(proxyBeanMethods = false)
class LostContactTasks {

    @Bean
    JavaDelegate changeContact(LostContacts contacts) {
        return (task) -> contacts.change(CaseNumber.of(task));
    }

}
