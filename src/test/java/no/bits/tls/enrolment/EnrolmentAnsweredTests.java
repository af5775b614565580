package no.bits.tls.enrolment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.Deployments;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an answer of the applicant does to its case, wherever the case is just then. */
class EnrolmentAnsweredTests extends LoopScene {

    @Test
    void anAnswerInWordsIsForAPerson() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        answer(awaitMail("Vi mangler noe"), (applicant) -> applicant.words("Nummeret er 22 00 40 19."));
        awaitReview(caseNumber);
        assertThat(rules(caseNumber)).contains("ANSWER_IN_WORDS", "TECHNICAL_PHONE_GIVEN");
        assertThat(this.review.sheet(caseNumber).mails()).hasSize(2);
    }

    @Test
    void anAnswerOfAStrangerChangesNothingAndIsForAPerson() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        MimeMessage request = awaitMail("Vi mangler noe");
        this.mail.deliver(this.applicant.referringTo(request)
            .from("per@elsewhere.example")
            .companyForm(Map.of(FormField.ADMINISTRATOR_EMAIL, "tls@elsewhere.example")));
        awaitReview(caseNumber);
        assertThat(form(caseNumber)).containsEntry(FormField.ADMINISTRATOR_EMAIL, this.applicant.administrator())
            .containsEntry(FormField.TECHNICAL_PHONE, "");
        assertThat(this.review.sheet(caseNumber).findings()).extracting(ReviewSheet.Note::sentence)
            .anySatisfy((sentence) -> assertThat(sentence).contains("per@elsewhere.example", "ikke kontrollert"));
        assertThat(field(caseNumber, FormField.ADMINISTRATOR_EMAIL).evidence())
            .filteredOn((evidence) -> !evidence.trusted())
            .extracting(ReviewSheet.Evidence::value)
            .containsExactly("tls@elsewhere.example");
        assertThat(rules(caseNumber)).contains("TECHNICAL_PHONE_GIVEN", "ANSWER_VERIFIED");
        assertThat(mails("Vi mangler noe")).hasSize(1);
    }

    @Test
    void anAnswerDuringTheReviewIsMergedAndWhoHasTheFormOpenIsTold() {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of()));
        claim(caseNumber);
        Task task = task(caseNumber).orElseThrow();
        ReviewSheet open = this.review.sheet(caseNumber);
        Map<FormField, String> corrected = form(caseNumber);
        corrected.put(FormField.ADMINISTRATOR_NAME, "Kari Prøve");
        long seen = Objects.requireNonNull(this.review.correct(caseNumber, TestPeople.STAFF, corrected).version());
        assertThat(seen).isNotEqualTo(open.version());

        answer(awaitMail("mottatt"), (applicant) -> applicant
            .companyForm(Map.of(FormField.ORGANISATION, "Ny Bank AS", FormField.DOMAIN, "ny." + applicant.domain())));
        await().until(() -> this.review.sheet(caseNumber).mails().size() == 2);
        assertThatExceptionOfType(CaseRefused.class).isThrownBy(() -> this.review.requireSeen(caseNumber, seen))
            .withMessageContaining("nytt svar");
        this.review.requireSeen(caseNumber, this.review.sheet(caseNumber).version());
        assertThat(task(caseNumber)).hasValueSatisfying((now) -> {
            assertThat(now.getId()).isEqualTo(task.getId());
            assertThat(now.getAssignee()).isEqualTo(TestPeople.STAFF);
            assertThat(this.runtime.getVariable(now.getExecutionId(), "domain"))
                .isEqualTo("ny." + this.applicant.domain());
        });
        assertThat(form(caseNumber)).containsEntry(FormField.ADMINISTRATOR_NAME, "Kari Prøve")
            .containsEntry(FormField.DOMAIN, "ny." + this.applicant.domain());
    }

    @Test
    void anAnswerThatOvertakesTheReadingJustJoins() {
        whilePaused(() -> {
            CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of()));
            long answer = later();
            assertThat(resume(caseNumber, answer)).isTrue();
            assertThat(resume(caseNumber, answer)).isTrue();
            assertThat(enrolment(caseNumber).unreadMails()).hasSize(2);
            return caseNumber;
        }, (caseNumber) -> {
            awaitReview(caseNumber);
            assertThat(enrolment(caseNumber).unreadMails()).isEmpty();
            assertThat(this.review.sheet(caseNumber).mails()).hasSize(2);
        });
    }

    @Test
    void anAnswerBetweenTwoStepsIsBroughtAgain() {
        CaseNumber reviewed = inReview(this.applicant.bothForms(Map.of()));
        claim(reviewed);
        long answer = later();
        whilePaused(() -> {
            this.review.ask(reviewed, TestPeople.STAFF, form(reviewed), List.of(), "Hvem er IT-sjef?");
            assertThatExceptionOfType(AnswerTooEarly.class).isThrownBy(() -> resume(reviewed, answer));
            return reviewed;
        }, (caseNumber) -> awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER));
        assertThat(resume(reviewed, answer)).isTrue();
        awaitReview(reviewed);
    }

    @Test
    void aCaseThatIsDecidedTakesNoAnswer() {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of()));
        claim(caseNumber);
        long answer = later();
        this.review.decline(caseNumber, TestPeople.STAFF, form(caseNumber), "Nei.");
        assertThat(resume(caseNumber, answer)).isFalse();
        assertThat(resume(new CaseNumber("TLS-2020-00001"), answer)).isFalse();
        await().untilAsserted(() -> assertThat(passed(caseNumber)).contains("endEvent_enrolmentDeclined"));
    }

    @Test
    void aCaseOfTheDiagramBeforeTakesAnswersAndIsDecidedAsBefore() {
        deploy(Deployments.earlier("enrolment-1"));
        CaseNumber caseNumber;
        try {
            caseNumber = inReview(this.applicant.declaration(Map.of()));
        }
        finally {
            deploy(Deployments.today("enrolment"));
        }
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.IN_REVIEW);
        answer(awaitMail("mottatt"), (applicant) -> applicant.companyForm(Map.of()));
        await().until(() -> this.review.sheet(caseNumber).mails().size() == 2);
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        claim(caseNumber);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "");
        awaitState(caseNumber, EnrolmentState.LISTED);
        assertThat(mails("Vi mangler noe")).isEmpty();
    }

    @Test
    void anAnswerThatOurMailServerVouchesForIsTrustedWithoutOurAnswerAddress() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        MimeMessage request = awaitMail("Vi mangler noe");
        this.mail.deliver(vouchedFor(this.applicant.referringTo(request).companyForm(Map.of())));
        awaitReview(caseNumber);
        assertThat(form(caseNumber)).containsEntry(FormField.TECHNICAL_PHONE, "+4722004019");
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
    }

    @Test
    void anAnswerWithSomebodyElsesDomainIsNotListed() {
        FormMail other = new FormMail(NUMBERS.incrementAndGet());
        CaseNumber listed = arrived(other, other.bothForms(Map.of()));
        awaitReview(listed);
        claim(listed);
        this.review.approve(listed, TestPeople.STAFF, form(listed), "Avklart.");
        awaitState(listed, EnrolmentState.LISTED);

        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        answer(awaitMail("Vi mangler noe"),
                (applicant) -> applicant.companyForm(Map.of(FormField.DOMAIN, other.domain())));
        awaitReview(caseNumber);
        assertThat(rules(caseNumber)).contains("DOMAIN_FREE", "DOMAINS_AGREE");
        claim(caseNumber);
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "Avklart."))
            .withMessageContaining(other.domain());
    }

    private byte[] vouchedFor(byte[] raw) {
        String verdict = "Authentication-Results: %s; dmarc=pass header.from=%s\r\n".formatted(OUR_SERVER,
                this.applicant.domain());
        return (verdict + new String(raw, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

}
