package no.bits.tls.delivery;

import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the process of an undelivered mail asks of the application: one bean for each
 * service task.
 */
@Configuration(proxyBeanMethods = false)
class UndeliveredMailTasks {

    @Bean
    JavaDelegate sendMailAgain(UndeliveredMails mails) {
        return (task) -> mails.sendAgain(CaseNumber.of(task));
    }

}
