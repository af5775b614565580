package no.bits.tls.enrolment;

import java.util.Map;

import no.bits.tls.Deployments;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Enrolments that began when waiting for an answer was no task yet. */
class EnrolmentTakeoverTests extends LoopScene {

    @Autowired
    @Qualifier("takeover")
    ApplicationRunner takeover;

    @Autowired
    ApplicationArguments arguments;

    @Test
    void aCaseThatWaitsStaysWithItsDiagramUntilTheAnswerComesAndThenGoesOnByTheNewOne() throws Exception {
        FormMail other = new FormMail(NUMBERS.incrementAndGet());
        ProcessDefinition before = deploy(Deployments.earlier("enrolment-2"));
        CaseNumber waiting;
        CaseNumber reviewed;
        ProcessDefinition now;
        try {
            waiting = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
            awaitState(waiting, EnrolmentState.AWAITING_ANSWER);
            reviewed = arrived(other, other.bothForms(Map.of()));
            awaitReview(reviewed);
        }
        finally {
            now = deploy(Deployments.today("enrolment"));
        }
        start();
        assertThat(definitionOf(reviewed)).isEqualTo(now.getId());
        assertThat(definitionOf(waiting)).isEqualTo(before.getId());

        answer(awaitMail("Vi mangler noe"), (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(waiting);
        start();
        assertThat(definitionOf(waiting)).isEqualTo(now.getId());
        claim(waiting);
        this.review.ask(waiting, TestPeople.STAFF, form(waiting), codes(waiting), "Hvem er IT-sjef?");
        claimWaiting(waiting);
    }

    private void start() throws Exception {
        this.takeover.run(this.arguments);
        await().until(() -> this.engine.getManagementService().createBatchQuery().count() == 0);
    }

    private String definitionOf(CaseNumber caseNumber) {
        return this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .singleResult()
            .getProcessDefinitionId();
    }

}
