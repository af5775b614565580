package no.bits.tls.review;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;

import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What campaigns and reviews ask of the application: one bean for each service task, in
 * the order of the diagrams. Those ahead of a timer say when it goes off.
 */
@Configuration(proxyBeanMethods = false)
class ReviewTasks {

    @Bean
    JavaDelegate planNextCampaign(Campaigns campaigns) {
        return (task) -> campaigns.planNext(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate openReviews(Campaigns campaigns) {
        return (task) -> ReviewProcess.MORE_PARTICIPANTS.set(task, campaigns.openReviews(CaseNumber.of(task)));
    }

    @Bean
    JavaDelegate sendChangePack(Reviews reviews) {
        return (task) -> {
            CaseNumber caseNumber = CaseNumber.of(task);
            ReviewProcess.DUE.set(task, Date.from(reviews.sendChangePack(caseNumber)));
            ReviewProcess.NEXT_QUARTER.set(task, Date.from(reviews.endOf(caseNumber)));
        };
    }

    @Bean
    JavaDelegate sendFirstReviewReminder(Reviews reviews) {
        return thenWaitUntil(reviews::sendFirstReminder);
    }

    @Bean
    JavaDelegate sendSecondReviewReminder(Reviews reviews) {
        return thenWaitUntil(reviews::sendSecondReminder);
    }

    @Bean
    JavaDelegate recordConfirmation(Reviews reviews) {
        return (task) -> reviews.recordConfirmation(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate askForReviewAgain(Reviews reviews) {
        return thenWaitUntil(reviews::askAgain);
    }

    @Bean
    JavaDelegate countAsMissed(Reviews reviews) {
        return (task) -> reviews.countAsMissed(CaseNumber.of(task));
    }

    private static JavaDelegate thenWaitUntil(Function<CaseNumber, Instant> step) {
        return (task) -> ReviewProcess.DUE.set(task, Date.from(step.apply(CaseNumber.of(task))));
    }

}
