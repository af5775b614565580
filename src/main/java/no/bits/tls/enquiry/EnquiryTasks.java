package no.bits.tls.enquiry;

import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the enquiry process asks of the application: one bean for each service task, in
 * the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class EnquiryTasks {

    @Bean
    JavaDelegate acknowledgeEnquiry(Enquiries enquiries) {
        return (task) -> enquiries.acknowledge(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate sendAnswer(Enquiries enquiries) {
        return (task) -> enquiries.sendAnswer(CaseNumber.of(task));
    }

}
