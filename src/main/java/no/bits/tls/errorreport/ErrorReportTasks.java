package no.bits.tls.errorreport;

import java.util.Date;

import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the process asks of the application: one bean for each service task, in the order
 * of the diagram. Those that ask somebody say when the time for the answer is up.
 */
@Configuration(proxyBeanMethods = false)
class ErrorReportTasks {

    @Bean
    JavaDelegate acknowledgeErrorReport(ErrorReports reports) {
        return (task) -> reports.acknowledge(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate answerErrorReport(ErrorReports reports) {
        return (task) -> reports.answer(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate askForErrorDetails(ErrorReports reports) {
        return (task) -> ErrorReportProcess.DUE.set(task, Date.from(reports.ask(CaseNumber.of(task))));
    }

    @Bean
    JavaDelegate tellFailingParticipant(ErrorPursuit pursuit) {
        return (task) -> {
            ErrorPursuit.Told told = pursuit.tell(CaseNumber.of(task));
            ErrorReportProcess.DUE.set(task, Date.from(told.due()));
            ErrorReportProcess.REMINDED.set(task, told.reminded());
        };
    }

    @Bean
    JavaDelegate announceLeaving(ErrorPursuit pursuit) {
        return (task) -> ErrorReportProcess.LEAVES_AT.set(task,
                Date.from(pursuit.announceLeaving(CaseNumber.of(task))));
    }

    @Bean
    JavaDelegate takeOffList(ErrorPursuit pursuit) {
        return (task) -> pursuit.takeOffList(CaseNumber.of(task));
    }

    @Bean
    JavaDelegate tellErrorConclusion(ErrorPursuit pursuit) {
        return (task) -> pursuit.tellConclusion(CaseNumber.of(task));
    }

}
