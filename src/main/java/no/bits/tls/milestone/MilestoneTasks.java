package no.bits.tls.milestone;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;

import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the milestone process asks of the application: one bean for each service task, in
 * the order of the diagram. Those ahead of a timer say when it goes off.
 */
@Configuration(proxyBeanMethods = false)
class MilestoneTasks {

    @Bean
    JavaDelegate sendMilestoneNote(Milestones milestones) {
        return thenWaitUntil(milestones::sendNote);
    }

    @Bean
    JavaDelegate askAboutMilestone(Milestones milestones) {
        return thenWaitUntil(milestones::ask);
    }

    @Bean
    JavaDelegate sendFirstMilestoneReminder(Milestones milestones) {
        return thenWaitUntil(milestones::sendFirstReminder);
    }

    @Bean
    JavaDelegate sendSecondMilestoneReminder(Milestones milestones) {
        return thenWaitUntil(milestones::sendSecondReminder);
    }

    @Bean
    JavaDelegate publishInboundEnforcement(MilestoneConclusions conclusions) {
        return (task) -> conclusions.publishInboundEnforcement(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate noteInability(MilestoneConclusions conclusions) {
        return (task) -> conclusions.noteInability(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate agreeNewDate(Milestones milestones) {
        return thenWaitUntil(milestones::agreeNewDate);
    }

    private static JavaDelegate thenWaitUntil(Function<CaseNumber, Instant> step) {
        return (task) -> MilestoneProcess.DUE.set(task, Date.from(step.apply(CaseNumber.of(task))));
    }

}
