package no.bits.tls.enquiry;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.Tasklist;
import no.bits.tls.TestMailServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** A question as staff work with it in Tasklist: sorted, then answered. */
@BackOfficeTest
class EnquiryFormTests {

    @LocalServerPort
    int port;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    JdbcClient jdbc;

    private final String sender = "spor-%s@elsewhere.example".formatted(UUID.randomUUID());

    private final String subject = "Hva koster det, " + UUID.randomUUID();

    @Test
    void staffSortAMailAsAQuestionAndAnswerIt() throws Exception {
        this.mail.deliver("""
                From: %s
                To: tls@bits.no
                Subject: %s
                Message-ID: <%s@elsewhere.example>

                Vi har et spørsmål om prisen.
                """.formatted(this.sender, this.subject, UUID.randomUUID())
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
        String triage = await().until(() -> caseNumber("mail_triage"), (number) -> !number.isEmpty());
        String enquiry;
        try (Browser browser = Browser.open()) {
            Page tasklist = Tasklist.open(browser, this.port, "E-post å sortere");
            Tasklist.claim(tasklist, triage);
            assertThat(tasklist.locator(".desk .findings")).containsText("Et spørsmål Skriver «spørsmål».");
            browser.screenshot(tasklist, "sort-email");
            button(tasklist, "Et spørsmål").click();
            assertThat(Tasklist.card(tasklist, triage)).hasCount(0);
            enquiry = await().until(() -> caseNumber("enquiry"), (number) -> !number.isEmpty());

            tasklist.getByText("Henvendelser").first().click();
            Tasklist.claim(tasklist, enquiry);
            assertThat(tasklist.locator(".desk .head")).containsText(this.sender);
            assertThat(tasklist.locator(".desk")).containsText("Domenet til avsenderen står ikke på domenelisten.");
            assertThat(tasklist.locator(".desk .mail").first()).containsText("Vi har et spørsmål om prisen.");
            button(tasklist, "Send svaret").click();
            assertThat(tasklist.locator(".desk .decide [role=alert]")).containsText("Skriv svaret");
            tasklist.locator(".desk .decide textarea").fill("Det koster ingenting.");
            browser.screenshot(tasklist, "answer-enquiry");
            button(tasklist, "Send svaret").click();
            assertThat(Tasklist.card(tasklist, enquiry)).hasCount(0);
            assertThat(browser.errors())
                .filteredOn((error) -> !error.contains("401") && !error.contains("404") && !error.contains("409"))
                .as("the platform may ask for the task while it ends")
                .filteredOn((error) -> !error.contains("/default/task/"))
                .isEmpty();
        }
        await().until(() -> this.mail.mailsTo(this.sender).size() == 2);
        assertThat(this.mail.mailsTo(this.sender).get(1).getContent().toString()).startsWith("Det koster ingenting.");
    }

    private static Locator button(Page tasklist, String label) {
        return tasklist.locator(".desk .decide .buttons button", new Page.LocatorOptions().setHasText(label));
    }

    private String caseNumber(String table) {
        return this.jdbc.sql("""
                select c.case_number from %s c join inbound_mail m on m.id = c.mail_id
                where m.subject = ?""".formatted(table)).param(this.subject).query(String.class).optional().orElse("");
    }

}
