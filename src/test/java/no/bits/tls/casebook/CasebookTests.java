package no.bits.tls.casebook;

import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Any case is found, its story is told, and one can be started by hand. */
@BackOfficeTest
class CasebookTests {

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String sender = "ola@%s.example".formatted(UUID.randomUUID());

    @Test
    void aCaseIsFoundByItsNumberItsOrganisationAndItsDomain() {
        String caseNumber = enrolment();
        for (String words : new String[] { caseNumber, caseNumber.substring(4).toLowerCase(), "øyenstikker",
                "OYENSTIKKER" }) {
            assertThat(staff().get("/desk/cases?words=" + words.replace("ø", "%C3%B8")).body()).as(words)
                .contains(caseNumber, "Innmelding", "Vurder innmelding");
        }
        assertThat(staff().get("/desk/cases?words=%25%25").body()).isEqualTo("[]");
        assertThat(staff().get("/desk/cases?words=").statusCode()).isEqualTo(400);
        assertThat(staff().get("/desk/cases/TLS-2020-99999").statusCode()).isEqualTo(404);
    }

    @Test
    void theStoryTellsMailsChecksTasksAndComments() {
        String caseNumber = enrolment();
        String task = this.jdbc
            .sql("select t.id_ from public.act_ru_task t join public.act_ru_execution e"
                    + " on e.id_ = t.proc_inst_id_ where e.business_key_ = ?")
            .param(caseNumber)
            .query(String.class)
            .single();
        WebSession staff = staff();
        assertThat(staff
            .send("POST", "/camunda/api/engine/engine/default/task/%s/comment/create".formatted(task),
                    "{\"message\":\"Ringte tilbake.\"}")
            .statusCode()).isEqualTo(200);
        assertThat(staff.in("en").get("/desk/cases/" + caseNumber).body()).contains("\"MAIL_IN\"", "\"MAIL_OUT\"",
                "\"CHECK\"", "\"OPENED\"", "Review enrolment", "\"COMMENT\"", "Ringte tilbake.");
    }

    @Test
    void staffStartACaseForWhoCalledAndFindItAgain() {
        try (Browser browser = Browser.openInEnglish()) {
            Page page = browser.logIn(this.port, "tasklist", TestPeople.STAFF);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New case")).click();
            assertThat(browser.barriers(page)).isEmpty();
            page.getByLabel("A question").check();
            page.getByLabel("Who is it from?").fill("Ola Ringer");
            page.getByLabel("Their e-mail address").fill("nowhere");
            page.getByLabel("What it is about").fill("Prisen på deltakelse");
            page.getByLabel("What they said").fill("Hva koster det å være med?");
            browser.screenshot(page, "new-case-en");
            page.getByText("Open the case").click();
            assertThat(page.locator(".told")).containsText("“nowhere” is not an e-mail address");
            page.getByLabel("Their e-mail address").fill(this.sender);
            page.getByText("Open the case").click();
            page.locator(".told a").click();
            assertThat(page.locator("case-story")).containsText("E-mail from Ola Ringer");
            assertThat(page.locator("case-story")).containsText("Task: Answer enquiry");
            browser.screenshot(page, "casebook-en");
            assertThat(browser.barriers(page)).isEmpty();
        }
        await().until(() -> this.mail.mailsTo(this.sender).size() == 1);
    }

    private String enrolment() {
        String messageId = this.mail.deliverSample("o15");
        return await().until(() -> this.jdbc.sql("""
                select m.case_number from backoffice.inbound_mail m
                where position(convert_to(?, 'UTF8') in m.raw) > 0 and exists (select from public.act_ru_task t
                  join public.act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = m.case_number)""")
            .param(messageId)
            .query(String.class)
            .optional()
            .orElse(""), (found) -> !found.isEmpty());
    }

    private WebSession staff() {
        return WebSession.of(this.port, TestPeople.STAFF, "tasklist");
    }

}
