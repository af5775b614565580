package no.bits.tls.errorreport;

import java.time.Duration;

import no.bits.tls.Deployments;
import no.bits.tls.Letters;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.TestNetwork.Behaviour;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Error reports that began when waiting for somebody was no task yet. */
class ErrorReportTakeoverTests extends ErrorReportScene {

    private static final String PROCESS = "errorReport";

    @Autowired
    @Qualifier("takeover")
    ApplicationRunner takeover;

    @Autowired
    ApplicationArguments arguments;

    @Autowired
    RepositoryService repositories;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Test
    void casesThatWaitStayWithTheirDiagramUntilSomethingHappensAndThenGoOnByTheNewOne() throws Exception {
        ProcessDefinition before = Deployments.deploy(this.repositories, PROCESS, Deployments.earlier("errorReport-1"));
        String told;
        String asked;
        ProcessDefinition now;
        try {
            told = reported();
            assess(told, Assessment.TELL);
            awaitMailTo(reporter(), "Deltakeren har fått beskjed");
            asked = reported(reporter(), new DomainName("typo.example"), "Server certificate not trusted");
            assess(asked, Assessment.ASK);
            awaitMailTo(reporter(), "Vi trenger mer");
        }
        finally {
            now = Deployments.deploy(this.repositories, PROCESS, Deployments.today(PROCESS));
        }
        start();
        assertThat(definitionOf(told)).isEqualTo(before.getId());
        assertThat(definitionOf(asked)).isEqualTo(before.getId());

        this.mail.deliver(Letters.answering(awaitMailTo(reporter(), "Vi trenger mer"), reporter(), "I går."));
        awaitClaimed(asked, ErrorReportProcess.ASSESS);
        serverIs(Behaviour.GOOD);
        this.clock.forward(Duration.ofHours(5));
        awaitClaimed(told, ErrorReportProcess.FOLLOW_UP);
        start();
        assertThat(definitionOf(told)).isEqualTo(now.getId());
        assertThat(definitionOf(asked)).isEqualTo(now.getId());
        follow(told, ErrorReportProcess.FOLLOW_UP, Pursuit.WAIT, "");
        awaitClaimed(told, ErrorReportProcess.AWAIT_MENDING);
    }

    private void start() throws Exception {
        this.takeover.run(this.arguments);
        await().until(() -> this.management.createBatchQuery().count() == 0);
    }

    private String definitionOf(String caseNumber) {
        return this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(caseNumber)
            .singleResult()
            .getProcessDefinitionId();
    }

}
