package no.bits.tls.enrolment;

import java.util.Date;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Cases;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the enrolment process asks of the application: one bean for each service task, in
 * the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class EnrolmentTasks {

    @Bean
    JavaDelegate sendReceipt(Enrolments enrolments) {
        return (task) -> enrolments.sendReceipt(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate readForms(Enrolments enrolments) {
        return (task) -> {
            EnrolmentForm form = enrolments.readForms(CaseNumber.of(task));
            Cases.ORGANISATION.set(task, form.title());
            Cases.DOMAIN.set(task, form.domainSummary());
            EnrolmentProcess.MORE_NEEDED.set(task, enrolments.isMoreNeeded(CaseNumber.of(task)));
        };
    }

    @Bean
    JavaDelegate sendRequest(Enrolments enrolments) {
        return (task) -> {
            Inquiry inquiry = enrolments.sendRequest(CaseNumber.of(task));
            EnrolmentProcess.REMINDER_DUE.set(task, Date.from(inquiry.reminderDue()));
            EnrolmentProcess.LAPSE_DUE.set(task, Date.from(inquiry.lapseDue()));
        };
    }

    @Bean
    JavaDelegate sendReminder(Enrolments enrolments) {
        return (task) -> enrolments.sendReminder(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate sendLapseNotice(Enrolments enrolments) {
        return (task) -> enrolments.sendLapseNotice(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate askForDomainCheck(EnrolmentDomains domains) {
        return (task) -> {
            EnrolmentProcess.DOMAINS_GIVEN.set(task, domains.askForCheck(CaseNumber.of(task)));
            EnrolmentProcess.DOMAIN_CHECK_DUE.set(task, Date.from(domains.checkDue()));
        };
    }

    @Bean
    JavaDelegate listDomains(Enrolments enrolments) {
        return (task) -> EnrolmentProcess.DOMAINS_FREE.set(task, enrolments.listDomains(CaseNumber.of(task)));
    }

    @Bean
    JavaDelegate sendConfirmation(Enrolments enrolments) {
        return (task) -> enrolments.sendConfirmation(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate sendRefusal(Enrolments enrolments) {
        return (task) -> enrolments.sendRefusal(CaseNumber.of(task));
    }

}
