package no.bits.tls.enrolment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import org.junit.jupiter.api.Test;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Asking the applicant for more, waiting, lapsing and coming back: each path of that part
 * of {@code processes/enrolment.bpmn}.
 */
class EnrolmentLoopTests extends LoopScene {

    @Test
    void whatStaffAskForIsAskedOnceAnsweredMergedAndListed() throws Exception {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of(FormField.DOMAIN, "fjord_banken")));
        claim(caseNumber);
        this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), codes(caseNumber, "DOMAINS_VALID"),
                "Bruk gjerne skjemaet.");
        awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER);

        MimeMessage request = awaitMail("Vi mangler noe");
        assertThat(text(request)).contains("«fjord_banken» er ikke et gyldig e-postdomene", "Krav 5.1.4",
                "Bruk gjerne skjemaet.", "Requirement 5.1.4");
        assertThat(task(caseNumber)).isEmpty();
        assertThat(this.decisions.of(caseNumber)).extracting(Decision::outcome).containsExactly("MORE_NEEDED");

        answer(request, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(form(caseNumber)).containsEntry(FormField.DOMAIN, this.applicant.domain());
        assertThat(field(caseNumber, FormField.DOMAIN).changes()).singleElement().satisfies((change) -> {
            assertThat(change.was()).isEqualTo("fjord_banken");
            assertThat(change.became()).isEqualTo(this.applicant.domain());
            assertThat(change.from()).isEqualTo(this.applicant.from());
        });
        claim(caseNumber);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "Avklart.");
        awaitState(caseNumber, EnrolmentState.LISTED);
        assertThat(passed(caseNumber)).containsOnlyOnce("serviceTask_sendRequest", "userTask_awaitApplicant")
            .doesNotContain("serviceTask_sendReminder", "serviceTask_sendLapseNotice");
        assertThat(mails("Vi mangler noe")).hasSize(1);
    }

    @Test
    void whatIsSimplyMissingIsAskedForWithoutAPerson() throws Exception {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        MimeMessage request = awaitMail("Vi mangler noe");
        assertThat(text(request)).contains("Telefonnummeret til teknisk kontakt mangler. Oppgi nummeret")
            .doesNotContain("Fra saksbehandleren", "Krav 5.1.5");
        assertThat(request.getHeader("References")).isNotEmpty();
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.AWAITING_ANSWER);
        assertThat(passed(caseNumber)).doesNotContain("userTask_reviewEnrolment");

        answer(request, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(form(caseNumber)).containsEntry(FormField.TECHNICAL_PHONE, "+4722004019");
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        assertThat(this.review.sheet(caseNumber).requests()).singleElement().satisfies((asked) -> {
            assertThat(asked.askedBy()).isNull();
            assertThat(asked.answered()).isTrue();
        });
    }

    @Test
    void aMissingAppendixIsAskedForAndCompletesTheOther() throws Exception {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        MimeMessage request = awaitMail("Vi mangler noe");
        assertThat(text(request)).contains("Vedlegg 2, opplysninger om virksomheten, mangler. Send vedlegg 2, utfylt.");
        answer(request, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        assertThat(this.review.sheet(caseNumber).documents()).extracting(ReviewSheet.Attached::content)
            .containsExactly("vedlegg 1", "vedlegg 2");
        assertThat(task(caseNumber).map((task) -> this.runtime.getVariable(task.getExecutionId(), "domain")))
            .contains(this.applicant.domain());
    }

    @Test
    void aMachineAsksForSomethingElseOnceMoreAndThenLeavesItToAPerson() {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        answer(awaitMail("Vi mangler noe"),
                (applicant) -> applicant.companyForm(Map.of(FormField.TECHNICAL_PHONE, "")));
        await().until(() -> mails("Vi mangler noe").size() == 2);
        answer(mails("Vi mangler noe").get(1),
                (applicant) -> applicant.companyForm(Map.of(FormField.TECHNICAL_PHONE, "")));
        awaitReview(caseNumber);
        assertThat(rules(caseNumber)).contains("TECHNICAL_PHONE_GIVEN");
        assertThat(mails("Vi mangler noe")).hasSize(2);
    }

    @Test
    void whoDoesNotAnswerIsRemindedThenTheCaseLapsesAndALateAnswerBringsItBack() throws Exception {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER);
        MimeMessage request = awaitMail("Vi mangler noe");

        this.clock.forward(Duration.ofDays(13));
        this.clock.forward(Duration.ofDays(1).plusMinutes(1));
        MimeMessage reminder = awaitMail("Påminnelse");
        assertThat(text(reminder)).contains("Vedlegg 2, opplysninger om virksomheten, mangler");
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.AWAITING_ANSWER);
        assertThat(deadlineIn(text(request))).isEqualTo(deadlineIn(text(reminder)));

        this.clock.forward(Duration.ofDays(16));
        awaitState(caseNumber, EnrolmentState.LAPSED);
        MimeMessage lapse = awaitMail("lukket saken");
        await().untilAsserted(() -> assertThat(running(caseNumber)).isZero());
        assertThat(passed(caseNumber)).contains("endEvent_applicantReminded", "endEvent_answerMissing",
                "endEvent_enrolmentLapsed");

        this.clock.forward(Duration.ofDays(40));
        answer(lapse, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(passed(caseNumber)).contains("startEvent_lateAnswerReceived");
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        claim(caseNumber);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "");
        awaitState(caseNumber, EnrolmentState.LISTED);
        assertThat(mails("Påminnelse")).hasSize(1);
        assertThat(mails("lukket saken")).hasSize(1);
    }

    @Test
    void whoAnswersInTimeIsNotRemindedAndALaterRequestHasItsOwnDates() {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        MimeMessage request = awaitMail("Vi mangler noe");
        this.clock.forward(Duration.ofDays(10));
        answer(request, (applicant) -> applicant.companyForm(Map.of(FormField.TECHNICAL_EMAIL, "ingen")));
        awaitReview(caseNumber);
        this.clock.forward(Duration.ofDays(30));
        claim(caseNumber);
        this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), codes(caseNumber, "TECHNICAL_CONTACT_VALID"),
                "");
        awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER);
        assertThat(mails("Påminnelse")).isEmpty();
        this.clock.forward(Duration.ofDays(14).plusMinutes(1));
        awaitMail("Påminnelse");
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.AWAITING_ANSWER);
    }

    @Test
    void aCaseWhoseApplicantCallsIsTakenBackToItsReviewAndWaitsNoLonger() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        MimeMessage request = awaitMail("Vi mangler noe");
        assertThat(this.waiting.awaited(caseNumber)).returns(this.applicant.from(), AwaitedAnswer::applicant)
            .satisfies((awaited) -> assertThat(awaited.request().points()).singleElement()
                .asString()
                .contains("Telefonnummeret"));
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.waiting.takeBack(caseNumber, TestPeople.STAFF, "Hen ringte."))
            .withMessageContaining("ikke din");
        claimWaiting(caseNumber);
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.waiting.takeBack(caseNumber, TestPeople.STAFF, " "))
            .withMessageContaining("Skriv hvorfor");
        this.waiting.takeBack(caseNumber, TestPeople.STAFF, " Hen ringte: 22 00 40 19. ");
        assertThat(this.decisions.of(caseNumber)).extracting(Decision::outcome, Decision::reason, Decision::decidedBy)
            .containsExactly(tuple("TAKEN_BACK", "Hen ringte: 22 00 40 19.", TestPeople.STAFF));
        awaitReview(caseNumber);
        assertThat(passed(caseNumber)).contains("endEvent_caseTakenBack", "serviceTask_askForDomainCheck");

        this.clock.forward(Duration.ofDays(31));
        answer(request, (applicant) -> applicant.words("Som sagt: 22 00 40 19."));
        await().until(() -> this.review.sheet(caseNumber).mails().size() == 2);
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.IN_REVIEW);
        assertThat(mails("Påminnelse")).isEmpty();
        assertThat(mails("Vi mangler noe")).hasSize(1);
    }

    @Test
    void anAnswerTakesACaseOnThatSomebodyHasClaimedMeanwhile() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        claimWaiting(caseNumber);
        answer(awaitMail("Vi mangler noe"), (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(task(caseNumber, EnrolmentProcess.AWAIT_APPLICANT)).isEmpty();
        assertThat(task(caseNumber).orElseThrow().getAssignee()).isNull();
        assertThat(this.decisions.of(caseNumber)).isEmpty();
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.waiting.takeBack(caseNumber, TestPeople.STAFF, "Hen ringte."))
            .withMessageContaining("venter ikke lenger");
    }

    @Test
    void nothingElseHappensToACaseThatWasJustTakenBack() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        claimWaiting(caseNumber);
        long answer = later();
        whilePaused(() -> {
            this.waiting.takeBack(caseNumber, TestPeople.STAFF, "Hen ringte.");
            assertThatExceptionOfType(AnswerTooEarly.class).isThrownBy(() -> resume(caseNumber, answer));
            this.clock.forward(Duration.ofDays(31));
            return caseNumber;
        }, this::awaitReview);
        assertThat(resume(caseNumber, answer)).isTrue();
        assertThat(passed(caseNumber)).doesNotContain("serviceTask_sendReminder", "serviceTask_sendLapseNotice");
    }

    @Test
    void whoCannotBeAnsweredIsNotAskedAndStaffSeeIt() {
        String twoPeople = "Per <%s>, Kari <kari@%s>".formatted(this.applicant.from(), this.applicant.domain());
        this.mail.deliver(this.applicant.from(twoPeople)
            .bothForms(Map.of(FormField.ADMINISTRATOR_EMAIL, "", FormField.TECHNICAL_PHONE, "")));
        CaseNumber caseNumber = await()
            .until(() -> this.jdbc.sql("""
                    select case_number from enrolment e join enrolment_entry f on f.enrolment = e.id
                    where f.value = ? and e.sender is null""")
                .param(this.applicant.domain())
                .query(String.class)
                .optional(), Optional::isPresent)
            .map(CaseNumber::new)
            .orElseThrow();
        awaitReview(caseNumber);
        claim(caseNumber);
        assertThat(this.review.sheet(caseNumber).applicant()).isNull();
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), List.of(), "Hva?"))
            .withMessageContaining("ingen adresse");
        Map<FormField, String> found = form(caseNumber);
        found.put(FormField.ADMINISTRATOR_EMAIL, this.applicant.administrator());
        assertThat(this.review.correct(caseNumber, TestPeople.STAFF, found).applicant())
            .isEqualTo(this.applicant.administrator());
        this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), codes(caseNumber, "TECHNICAL_PHONE_GIVEN"), "");
        await().until(() -> !this.mail.mailsTo(this.applicant.administrator()).isEmpty());
    }

    @Test
    void nothingCanBeAskedForThatTheRulesDoNotFind() {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of(FormField.DOMAIN, "fjord_banken")));
        claim(caseNumber);
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), List.of(), " "))
            .withMessageContaining("Kryss av");
        Map<FormField, String> corrected = form(caseNumber);
        corrected.put(FormField.DOMAIN, this.applicant.domain());
        assertThatExceptionOfType(CaseRefused.class).isThrownBy(
                () -> this.review.ask(caseNumber, TestPeople.STAFF, corrected, codes(caseNumber, "DOMAINS_VALID"), ""))
            .withMessageContaining("ikke lenger de samme");
        assertThat(mails("Vi mangler noe")).isEmpty();
    }

}
