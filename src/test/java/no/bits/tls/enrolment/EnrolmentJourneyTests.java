package no.bits.tls.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.Tasklist;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static no.bits.tls.Patience.await;

/** The whole way, as the people on it see it: mail, Tasklist, Domain List, mail. */
@BackOfficeTest
class EnrolmentJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    EnrolmentReview review;

    private Browser browser;

    @BeforeEach
    void open() {
        this.browser = Browser.open();
    }

    @AfterEach
    void close() {
        this.browser.close();
    }

    @Test
    void anOrganisationMailsItsFormsAndIsListed() throws Exception {
        this.mail.deliverSample("o01");
        String caseNumber = caseNumberIn(firstMailTo("hege.attrappsen@einebaerpensjonskasse.example", "mottatt"));

        Page tasklist = Tasklist.open(this.browser, this.port, "Nye innmeldinger");
        Tasklist.claim(tasklist, caseNumber);
        assertThat(tasklist.locator(".desk .mail:not(.ours)"))
            .containsText("Please find attached the completed appendices");
        assertThat(tasklist.locator(".desk [aria-labelledby=findings]")).containsText("krav 5.1.5");
        assertThat(field(tasklist, "ORGANISATION")).hasValue("Einebær Pensjonskasse");
        assertThat(tasklist.locator(".desk .evidence").first()).containsText("vedlegg");
        this.browser.screenshot(tasklist, "review-enrolment");

        field(tasklist, "TECHNICAL_PHONE").fill("+4738000501");
        tasklist.getByText("Lagre rettelser").click();
        assertThat(tasklist.locator(".desk .done")).containsText("lagret");
        var attachment = tasklist.waitForDownload(() -> tasklist.locator(".desk .attachments a").first().click());
        assertThat(attachment.suggestedFilename()).endsWith(".docx");
        tasklist.getByText("Godkjenn og før opp på listen").click();
        assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);

        MimeMessage confirmation = firstMailTo("tls-admin@einebaerpensjonskasse.example", caseNumber);
        assertThat(confirmation.getContent().toString()).contains("einebaerpensjonskasse.example");
        Page list = this.browser.visit("http://localhost:%d/tls".formatted(this.port));
        Locator row = list.locator("tr", new Page.LocatorOptions().setHasText("Einebær Pensjonskasse"));
        assertThat(row.locator("td, th")).containsText(new String[] { "Einebær Pensjonskasse", "907441814",
                "einebaerpensjonskasse.example", "2026-11-03", "Ja" });
        assertThatAManagerSeesWhereItWent(caseNumber);
        assertThat(this.browser.errors()).filteredOn((error) -> !error.contains("401") && !error.contains("404"))
            .isEmpty();
    }

    @Test
    void anOrganisationWithWrongFormsIsToldWhy() throws Exception {
        this.mail.deliverSample("o13");
        String sender = "lars.innfallet@bergandkreditt.example";
        String caseNumber = caseNumberIn(firstMailTo(sender, "mottatt"));

        Page tasklist = Tasklist.open(this.browser, this.port, "Nye innmeldinger");
        Tasklist.claim(tasklist, caseNumber);
        assertThat(tasklist.locator(".desk [aria-labelledby=findings]"))
            .containsText("808071613 er ikke et gyldig organisasjonsnummer");
        tasklist.getByText("Avslå").last().click();
        assertThat(tasklist.locator(".desk .error")).containsText("Skriv en begrunnelse");
        tasklist.locator("#reason").fill("Organisasjonsnummeret finnes ikke i Enhetsregisteret.");
        this.browser.screenshot(tasklist, "decline-enrolment");
        tasklist.getByText("Avslå").last().click();

        await().untilAsserted(() -> assertThat(texts(sender)).anySatisfy((text) -> assertThat(text)
            .contains("Organisasjonsnummeret finnes ikke i Enhetsregisteret.", "Krav 5.1.4")));
    }

    @Test
    void staffAskForMoreSeeWhatTheAnswerChangedAndApprove() {
        FormMail applicant = new FormMail(7001);
        this.mail.deliver(applicant.bothForms(Map.of(FormField.DOMAIN, "fjord_banken")));
        String caseNumber = caseNumberIn(firstMailTo(applicant.from(), "mottatt"));

        Page tasklist = Tasklist.open(this.browser, this.port, "Nye innmeldinger");
        Tasklist.claim(tasklist, caseNumber);
        tasklist.getByText("Be om mer …").click();
        assertThat(tasklist.locator(".desk .points")).containsText("«fjord_banken» er ikke et gyldig e-postdomene");
        tasklist.locator("#words").fill("Bruk gjerne skjemaet på nytt.");
        assertThat(tasklist.locator(".desk .preview")).containsText("Requirement 5.1.4");
        tasklist.getByText("Send og vent på svar").scrollIntoViewIfNeeded();
        this.browser.screenshot(tasklist, "ask-for-more");
        tasklist.getByText("Send og vent på svar").click();
        assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);

        MimeMessage request = firstMailTo(applicant.from(), "Vi mangler noe");
        assertThat(text(request)).contains("Bruk gjerne skjemaet på nytt.");
        this.mail
            .deliver(applicant.answering(request).companyForm(Map.of(FormField.TECHNICAL_PHONE, "+47 38 00 05 01")));
        tasklist.reload();
        assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(1);
        Tasklist.claim(tasklist, caseNumber);
        assertThat(field(tasklist, "DOMAIN")).hasValue(applicant.domain());
        assertThat(tasklist.locator(".desk .changed").first()).containsText("fjord_banken");
        field(tasklist, "ADMINISTRATOR_NAME").fill("Kari Prøve");

        this.mail.deliver(applicant.answering(request).words("Det haster litt."));
        await().until(() -> this.review.sheet(new CaseNumber(caseNumber)).mails().size() == 3);
        tasklist.getByText("Godkjenn og før opp på listen").click();
        assertThat(tasklist.locator(".desk .error")).containsText("et nytt svar er kommet");
        tasklist.getByText("Hent saken på nytt").click();
        assertThat(tasklist.locator(".desk [aria-labelledby=findings]")).containsText("har svart med egne ord");
        assertThat(tasklist.locator(".desk .changed").getByText("Kari Prøve")).hasCount(1);
        tasklist.locator(".desk .head").scrollIntoViewIfNeeded();
        this.browser.screenshot(tasklist, "answered-enrolment");
        tasklist.locator(".desk .changed").getByText("Bruk det", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(field(tasklist, "ADMINISTRATOR_NAME")).hasValue("Kari Prøve");
        tasklist.locator("#reason").fill("Domenet er rettet av søkeren.");
        tasklist.getByText("Godkjenn og før opp på listen").click();
        assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);
        firstMailTo(applicant.administrator(), applicant.domain());
        assertThat(this.browser.errors())
            .filteredOn((error) -> !error.contains("401") && !error.contains("404") && !error.contains("409"))
            .isEmpty();
    }

    private void assertThatAManagerSeesWhereItWent(String caseNumber) {
        try (Browser manager = Browser.open()) {
            Page cockpit = manager.logIn(this.port, "cockpit", TestPeople.MANAGER);
            cockpit.getByText("Prosesser").first().click();
            cockpit.getByText("Innmelding", new Page.GetByTextOptions().setExact(true)).first().click();
            cockpit.getByText("Avsluttede saker").click();
            cockpit.getByText(caseNumber).click();
            assertThat(cockpit.locator("[data-element-id=serviceTask_listDomains].case-passed")).hasCount(1);
            assertThat(cockpit.locator("[data-element-id=flow_decisionApproved].case-passed")).hasCount(1);
            assertThat(cockpit.locator("[data-element-id=serviceTask_sendRefusal].case-passed")).hasCount(0);
            assertThat(cockpit.locator("[data-element-id=flow_decisionMoreNeeded].case-passed")).hasCount(0);
            manager.screenshot(cockpit, "cockpit-finished-case");
        }
    }

    private static Locator field(Page tasklist, String name) {
        return tasklist.locator("#field-" + name);
    }

    private MimeMessage firstMailTo(String address, String word) {
        return await()
            .until(() -> this.mail.mailsTo(address)
                .stream()
                .filter((message) -> subject(message).contains(word) || text(message).contains(word))
                .findFirst(), Optional::isPresent)
            .orElseThrow();
    }

    private List<String> texts(String address) {
        return this.mail.mailsTo(address).stream().map(EnrolmentJourneyTests::text).toList();
    }

    private static String caseNumberIn(MimeMessage message) {
        return subject(message).replaceFirst("(?s).*(TLS-\\d{4}-\\d{5}).*", "$1");
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        }
        catch (MessagingException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        }
        catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

}
