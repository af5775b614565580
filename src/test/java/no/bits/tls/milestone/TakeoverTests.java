package no.bits.tls.milestone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import no.bits.tls.Letters;
import no.bits.tls.TestPeople;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.participant.Participant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A milestone waits a quarter of a year, and its diagram changes meanwhile. */
class TakeoverTests extends MilestoneScene {

    private static final String QUESTION = "er innkommende tvungen TLS på plass? / Is inbound";

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

    @AfterEach
    void theDiagramIsAsItWas() throws Exception {
        deploy(diagram());
        start();
    }

    @Test
    void waitingCasesGoOnByTheNewDiagram() throws Exception {
        Participant bank = this.listed.list();
        ProcessDefinition newer = deploy(diagram().replace("name=\"Send note\"", "name=\"Announce\""));
        assertThat(definitionOf(bank)).isNotEqualTo(newer.getId());
        start();
        assertThat(definitionOf(bank)).isEqualTo(newer.getId());
        travelTo(milestoneOf(bank).dueOn());
        awaitMail(bank, QUESTION);
    }

    @Test
    void aTaskThatIsWorkedOnKeepsItsPersonAndGetsTheNewForm() throws Exception {
        Participant bank = this.listed.list();
        travelTo(milestoneOf(bank).dueOn());
        this.mail.deliver(Letters.answering(awaitMail(bank, QUESTION), bank.administratorEmail().value(), "Straks."));
        awaitFollowUp(bank);
        ProcessDefinition newer = deploy(diagram().replace("name=\"Follow up milestone\"", "name=\"Call them\""));
        start();
        assertThat(task(bank).orElseThrow()).returns(TestPeople.STAFF, (task) -> task.getAssignee())
            .returns(newer.getId(), (task) -> task.getProcessDefinitionId());
        this.followUp.record(caseOf(bank), TestPeople.STAFF, MilestoneAnswer.DONE, Means.PHONE, "Ringte.");
        awaitEnd(bank, "endEvent_inboundEnforced");
    }

    @Test
    void anElementWithAnotherIdSaysWhatItWas() throws Exception {
        Participant bank = this.listed.list();
        ProcessDefinition newer = deploy(diagram()
            .replace("intermediateCatchEvent_noteDue", "intermediateCatchEvent_announcementDue")
            .replace("timerDefinition_noteDue", "timerDefinition_announcementDue")
            .replaceFirst("(<bpmn:intermediateCatchEvent id=\"intermediateCatchEvent_announcementDue\" [^>]*>)",
                    "$1<bpmn:extensionElements><camunda:properties><camunda:property name=\"formerly\""
                            + " value=\"intermediateCatchEvent_noteDue\"/></camunda:properties></bpmn:extensionElements>"));
        start();
        assertThat(definitionOf(bank)).isEqualTo(newer.getId());
        LocalDate noteDay = WorkingDays.back(milestoneOf(bank).dueOn().minusDays(14));
        travelTo(noteDay);
        awaitMail(bank, "Om to uker");
    }

    @Test
    void casesWhoseElementIsGoneGoOnByTheOldDiagram() throws Exception {
        Participant bank = this.listed.list();
        String before = definitionOf(bank);
        deploy(diagram().replace("intermediateCatchEvent_noteDue", "intermediateCatchEvent_announcementDue"));
        start();
        assertThat(definitionOf(bank)).isEqualTo(before);
        travelTo(milestoneOf(bank).dueOn());
        awaitMail(bank, QUESTION);
    }

    private void start() throws Exception {
        this.takeover.run(this.arguments);
        await().until(() -> this.management.createBatchQuery().count() == 0);
    }

    private String definitionOf(Participant bank) {
        return this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(caseOf(bank).value())
            .singleResult()
            .getProcessDefinitionId();
    }

    private ProcessDefinition deploy(String diagram) {
        return this.repositories.createDeployment()
            .addString("processes/milestone.bpmn", diagram)
            .addString("forms/followUpMilestone.html", "<form></form>")
            .deployWithResult()
            .getDeployedProcessDefinitions()
            .get(0);
    }

    private static String diagram() throws IOException {
        return Files.readString(Path.of("processes", "milestone.bpmn"));
    }

}
