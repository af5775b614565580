package no.bits.tls.errorreport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import no.bits.tls.Browser;
import no.bits.tls.Letters;
import no.bits.tls.Tasklist;
import no.bits.tls.TestPeople;
import no.bits.tls.errorreport.Bounce.Way;
import no.bits.tls.tls.TestNetwork.Behaviour;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An error report as staff work with it: a bounce comes in, both sides are told, it is
 * solved.
 */
class ErrorReportFormTests extends ErrorReportScene {

    @Test
    void aForwardedBounceIsAssessedToldSolvedAndClosed() {
        String caseNumber = forwardedBounce();
        awaitLook(caseNumber);
        String technician = this.failing.technicalEmail().value();
        try (Browser browser = Browser.open()) {
            Page tasklist = Tasklist.open(browser, this.port, "Feilmeldinger");
            Tasklist.claim(tasklist, caseNumber);
            Locator form = tasklist.locator(".desk");
            assertThat(form.locator(".head")).containsText(this.domain.unicode());
            assertThat(form.locator(".guess")).containsText("Vi ser selv at e-posttjenerne feiler.");
            assertThat(form.locator("error-report .facts").first())
                .containsText("%s, %s".formatted(this.reporting.organisation(), reporter()));
            assertThat(form.locator("error-report .findings").first())
                .containsText("TLS is required, but was not offered");
            assertThat(form.locator("domain-checks").first()).containsText("tilbyr ikke STARTTLS");
            assertThat(form.locator("error-report")).containsText(this.failing.technicalEmail().value());
            assertThat(form.locator("error-report")).containsText(this.reporting.technicalEmail().value());
            assertThat(form.locator(".preview.mail pre")).containsText("Dette ser vi selv, og dette må rettes");
            assertThat(browser.barriers(tasklist, ".desk")).isEmpty();
            browser.screenshot(tasklist, "assess-error-report");
            form.locator("input[value=ASK]").click();
            assertThat(form.locator(".preview.mail pre")).containsText("linjene fra loggen");
            form.locator("input[value=TELL]").click();
            form.locator("#words").fill("Ring oss gjerne.");
            form.locator(".buttons .yes").click();
            assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);
            assertThat(Letters.textOf(awaitMailTo(technician, "kommer ikke frem"))).contains("Ring oss gjerne.");
            awaitMailTo(reporter(), "Deltakeren har fått beskjed");

            serverIs(Behaviour.GOOD);
            this.clock.forward(Duration.ofHours(5));
            await().until(() -> task(caseNumber, ErrorReportProcess.FOLLOW_UP).isPresent());
            tasklist.reload();
            tasklist.getByText("Feilmeldinger").first().click();
            Tasklist.claim(tasklist, caseNumber);
            assertThat(form.locator(".guess").first()).containsText("E-posttjenerne er i orden igjen");
            assertThat(form.locator("input[value=SOLVED]")).isChecked();
            browser.screenshot(tasklist, "follow-up-error-report");
            form.locator(".buttons .yes").click();
            assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);
            assertThat(browser.errors())
                .filteredOn((error) -> !error.contains("401") && !error.contains("404") && !error.contains("409"))
                .isEmpty();
        }
        assertThat(Letters.textOf(awaitMailTo(reporter(), "Løst"))).contains("er rettet");
        awaitMailTo(technician, "Løst");
    }

    @Test
    void nobodyMendsItAndStaffAnnounceThatTheDomainLeaves() {
        String caseNumber = forwardedBounce();
        assess(caseNumber, Assessment.TELL);
        awaitMailTo(reporter(), "Deltakeren har fått beskjed");
        this.clock.forward(Duration.ofDays(17));
        awaitMailTo(this.failing.technicalEmail().value(), "Ikke rettet ennå");
        this.clock.forward(Duration.ofDays(17));
        await().until(() -> task(caseNumber, ErrorReportProcess.ESCALATE).isPresent());
        try (Browser browser = Browser.open()) {
            Page tasklist = Tasklist.open(browser, this.port, "Feilmeldinger");
            Tasklist.claim(tasklist, caseNumber);
            Locator form = tasklist.locator(".desk");
            assertThat(form).containsText("har fått beskjed 2 ganger");
            assertThat(form.locator("error-report")).containsText(this.failing.technicalPhone());
            browser.screenshot(tasklist, "escalate-error-report");
            form.locator("input[value=GIVE_UP]").click();
            form.locator(".buttons .yes").click();
            assertThat(form.locator("[role=alert]")).containsText("Skriv hvorfor");
            form.locator("input[value=LEAVE]").click();
            form.locator(".buttons .yes").click();
            assertThat(Tasklist.card(tasklist, caseNumber)).hasCount(0);
        }
        awaitMailTo(this.failing.administratorEmail().value(), "tas av domenelisten");
    }

    @Test
    void whatWaitsForSomebodyIsTakenBackWhenTheyCall() {
        String caseNumber = forwardedBounce();
        assess(caseNumber, Assessment.ASK);
        await().until(() -> task(caseNumber, ErrorReportProcess.AWAIT_DETAILS).isPresent());
        try (Browser browser = Browser.open()) {
            Page tasklist = Tasklist.open(browser, this.port, "Venter på deltakere");
            Tasklist.claim(tasklist, caseNumber);
            Locator form = tasklist.locator(".desk");
            assertThat(form).containsText("Uten svar kommer saken tilbake");
            assertThat(browser.barriers(tasklist, ".desk")).isEmpty();
            browser.screenshot(tasklist, "await-details");
            form.locator("#reason").fill("Hen ringte og leste opp loggen.");
            form.locator(".buttons .yes").click();
            assess(caseNumber, Assessment.TELL);
            await().until(() -> task(caseNumber, ErrorReportProcess.AWAIT_MENDING).isPresent());
            tasklist.reload();
            tasklist.getByText("Venter på deltakere").first().click();
            Tasklist.claim(tasklist, caseNumber);
            assertThat(form).containsText("Da minner vi begge kontaktene på det.");
            assertThat(form.locator("error-report")).containsText(this.failing.technicalPhone());
            browser.screenshot(tasklist, "await-mending");
            form.locator(".buttons .yes").click();
            assertThat(form.locator("[role=alert]")).containsText("Skriv hvorfor");
            form.locator("#reason").fill("De ringte: feilen er rettet.");
            form.locator(".buttons .yes").click();
            await().until(() -> task(caseNumber, ErrorReportProcess.FOLLOW_UP).isPresent());
            assertThat(browser.errors())
                .filteredOn((error) -> !error.contains("401") && !error.contains("404") && !error.contains("409"))
                .isEmpty();
        }
    }

    @Test
    void managersSeeItOnCockpitsFirstPageAndItsPageIsForEverybody() {
        String caseNumber = forwardedBounce();
        assess(caseNumber, Assessment.TELL);
        try (Browser browser = Browser.open()) {
            Page page = browser.logIn(this.port, "cockpit", TestPeople.MANAGER);
            assertThat(page.getByText("Feilmeldinger om e-post til deltakere")).isVisible();
            page.getByText("Årsaker, tid til løsning").click();
            assertThat(page.locator("h1")).hasText("Feilmeldinger");
            assertThat(page.locator("main")).containsText("Serveren tilbyr ikke STARTTLS");
            assertThat(browser.barriers(page)).isEmpty();
            browser.screenshot(page, "error-figures");
        }
    }

    private String forwardedBounce() {
        String raw = new String(Way.ATTACHED.mail(Bounce.named("postfix-starttls-missing"), reporter()),
                StandardCharsets.UTF_8);
        String mail = raw.replace("fjordbanken.example", this.domain.ascii());
        this.mail.deliver(mail.getBytes(StandardCharsets.UTF_8));
        return caseOf(mail.replaceFirst("(?s)^.*?Message-ID: (<[^>]+>).*$", "$1"));
    }

}
