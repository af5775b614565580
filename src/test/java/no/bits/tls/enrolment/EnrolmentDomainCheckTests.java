package no.bits.tls.enrolment;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import no.bits.tls.Browser;
import no.bits.tls.Letters;
import no.bits.tls.ParticipantScene;
import no.bits.tls.Tasklist;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.tls.TestNetwork;
import no.bits.tls.tls.TestNetwork.Behaviour;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnrolmentDomainCheckTests extends ParticipantScene {

    private static final String DOMAIN = "einebaerpensjonskasse.example";

    @Autowired
    EnrolmentReview review;

    @Autowired
    DomainChecks checks;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theNextTestKnowsNothingOfIt() {
        TestNetwork.forget(DOMAIN);
    }

    @Test
    void aReviewHasWhatWasSeenAtTheMailServers() {
        TestNetwork.mailOf(DOMAIN, Behaviour.WITHOUT_STARTTLS);
        CaseNumber caseNumber = received("o01");
        awaitClaimed(caseNumber.value(), EnrolmentProcess.REVIEW);
        assertThat(this.review.sheet(caseNumber).findings())
            .anySatisfy((note) -> assertThat(note).returns("5.2.1", ReviewSheet.Note::requirement)
                .returns(Severity.MANDATORY, ReviewSheet.Note::severity)
                .returns(true, ReviewSheet.Note::askable)
                .satisfies((one) -> assertThat(one.sentence())
                    .startsWith(DOMAIN + " (mx." + DOMAIN + "): Serveren tilbyr ikke")));
        assertThatThrownBy(() -> this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), ""))
            .isInstanceOf(EnrolmentRefused.class);
        ask(caseNumber);
        assertThat(Letters.textOf(await()
            .until(() -> Letters.about("Vi mangler noe",
                    this.mail.mailsTo("hege.attrappsen@einebaerpensjonskasse.example")), (mails) -> !mails.isEmpty())
            .get(0))).contains("Serveren tilbyr ikke STARTTLS", "does not offer STARTTLS");
    }

    @Test
    void aReviewBeginsAfterSixHoursWhateverTheServersSay() {
        TestNetwork.mailOf(DOMAIN, Behaviour.BUSY);
        CaseNumber caseNumber = received("o01");
        await().until(() -> this.checks.seen(caseNumber), (seen) -> !seen.isEmpty());
        assertThat(task(caseNumber.value(), EnrolmentProcess.REVIEW)).isEmpty();
        this.clock.forward(Duration.ofHours(6));
        awaitClaimed(caseNumber.value(), EnrolmentProcess.REVIEW);
        assertThat(passed(caseNumber.value())).contains("endEvent_domainCheckLate");
    }

    @Test
    void anotherDomainIsLookedAtAsSoonAsItIsWritten() {
        TestNetwork.mailOf(DOMAIN, Behaviour.GOOD);
        TestNetwork.mailOf("corrected-bank.example", Behaviour.EXPIRED);
        CaseNumber caseNumber = received("o01");
        awaitClaimed(caseNumber.value(), EnrolmentProcess.REVIEW);
        assertThat(faults(caseNumber)).isEmpty();
        this.review.correct(caseNumber, TestPeople.STAFF, with(form(caseNumber), "corrected-bank.example"));
        await().until(() -> faults(caseNumber), (faults) -> faults.stream().anyMatch((one) -> one.contains("gikk ut")));
    }

    @Test
    void staffSeeTheVerdictsAndTheEvidenceAndLookAgain() {
        TestNetwork.mailOf(DOMAIN, Behaviour.EXPIRED);
        CaseNumber caseNumber = received("o01");
        await().until(() -> task(caseNumber.value(), EnrolmentProcess.REVIEW), Optional::isPresent);
        try (Browser browser = Browser.open()) {
            Page page = Tasklist.open(browser, this.port, "Nye innmeldinger");
            Tasklist.claim(page, caseNumber.value());
            Locator checks = page.locator("domain-checks");
            assertThat(checks.locator(".FAIL")).containsText("gikk ut");
            checks.getByText("Vis tjenerne").click();
            assertThat(checks.locator(".server")).containsText("220 ");
            browser.screenshot(page, "review-domain-check");
            TestNetwork.mailOf(DOMAIN, Behaviour.GOOD);
            checks.getByText("Undersøk på nytt nå").click();
            assertThat(checks.locator(".findings > .PASS")).hasCount(5);
        }
    }

    private CaseNumber received(String sample) {
        String messageId = this.mail.deliverSample(sample);
        return new CaseNumber(await()
            .until(() -> this.jdbc.sql("""
                    select case_number from inbound_mail
                    where position(convert_to(?, 'UTF8') in raw) > 0 and case_number is not null""")
                .param(messageId)
                .query(String.class)
                .optional(), Optional::isPresent)
            .orElseThrow());
    }

    private void ask(CaseNumber caseNumber) {
        List<String> codes = this.review.sheet(caseNumber)
            .findings()
            .stream()
            .filter((note) -> note.requirement().equals("5.2.1"))
            .map(ReviewSheet.Note::code)
            .toList();
        this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), codes, "");
    }

    private static Map<FormField, String> with(Map<FormField, String> form, String domain) {
        Map<FormField, String> corrected = new EnumMap<>(form);
        corrected.put(FormField.DOMAIN, domain);
        return corrected;
    }

    private Map<FormField, String> form(CaseNumber caseNumber) {
        return this.review.sheet(caseNumber)
            .fields()
            .stream()
            .collect(Collectors.toMap(ReviewSheet.Field::name, ReviewSheet.Field::value));
    }

    private List<String> faults(CaseNumber caseNumber) {
        return this.review.sheet(caseNumber)
            .findings()
            .stream()
            .filter((note) -> EnrolmentRule.valueOf(note.rule()).isAboutMailServers())
            .map(ReviewSheet.Note::sentence)
            .toList();
    }

}
