package no.bits.tls.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.Tasklist;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each desk as those see it who sit at it, in both languages, with a case on it. */
@BackOfficeTest
class DesksTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    private String caseNumber = "";

    private Task task;

    @BeforeEach
    void aCaseIsOpen() {
        String subject = "Desks " + UUID.randomUUID();
        this.mail.deliver("""
                From: Ola Nordmann <ola@nowhere-listed.example>
                To: tls@bits.no
                Subject: %s
                Message-ID: <%s@nowhere-listed.example>

                Takk for sist.
                """.formatted(subject, UUID.randomUUID()).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        this.caseNumber = await().until(() -> this.jdbc.sql("""
                select t.case_number from mail_triage t join inbound_mail m on m.id = t.mail_id where m.subject = ?""")
            .param(subject)
            .query(String.class)
            .optional()
            .orElse(""), (number) -> !number.isEmpty());
        this.task = await().until(
                () -> this.tasks.createTaskQuery().processInstanceBusinessKey(this.caseNumber).singleResult(),
                (found) -> found != null);
    }

    @Test
    void staffWorkInNorwegian() {
        try (Browser browser = Browser.open()) {
            work(browser, "nb", "E-post å sortere", "Ta oppgaven", "E-poster inn: 1", "Ny sak");
        }
    }

    @Test
    void staffWorkInEnglish() {
        try (Browser browser = Browser.openInEnglish()) {
            work(browser, "en", "Quarantine and failed mail", "Claim", "E-mails in: 1", "New case");
        }
    }

    @Test
    void managersLookAndAdministratorsAdministerInNorwegian() {
        try (Browser browser = Browser.open()) {
            look(browser, "nb", "Åpne saker");
        }
        try (Browser browser = Browser.open()) {
            administer(browser, "nb", "Brukere", "Innsyn i personopplysninger");
        }
    }

    @Test
    void managersLookAndAdministratorsAdministerInEnglish() {
        try (Browser browser = Browser.openInEnglish()) {
            look(browser, "en", "Open cases");
        }
        try (Browser browser = Browser.openInEnglish()) {
            administer(browser, "en", "Users", "Who has looked at personal data");
        }
    }

    @Test
    void diagramsAreDrawnInTheLanguageOfTheReader() {
        String diagram = ENGINE + "/process-definition/%s/xml".formatted(this.task.getProcessDefinitionId());
        WebSession manager = WebSession.of(this.port, TestPeople.MANAGER, "cockpit");
        assertThat(manager.in("nb-NO").get(diagram).body()).contains("Sorter e-post", "Til oss?", "E-post lagt bort")
            .doesNotContain("Sort e-mail", "For us?", "E-mail dismissed");
        assertThat(manager.in("en-GB").get(diagram).body()).contains("Sort e-mail", "For us?", "E-mail dismissed")
            .doesNotContain("Sorter e-post");
    }

    @Test
    void aManagerSeesACaseAndChangesNothingOfIt() {
        WebSession manager = WebSession.of(this.port, TestPeople.MANAGER, "cockpit");
        String instance = this.task.getProcessInstanceId();
        assertThat(manager.get(ENGINE + "/process-instance/" + instance).statusCode()).isEqualTo(200);
        assertThat(refused(manager,
                List.of("POST /task/%s/claim".formatted(this.task.getId()),
                        "POST /task/%s/complete".formatted(this.task.getId()),
                        "POST /task/%s/assignee".formatted(this.task.getId()), "DELETE /process-instance/" + instance,
                        "PUT /process-instance/%s/suspended".formatted(instance))))
            .isEmpty();
        assertThat(manager
            .send("PUT", ENGINE + "/process-instance/%s/variables/organisation".formatted(instance),
                    "{\"value\":\"x\",\"type\":\"String\"}")
            .statusCode()).isEqualTo(403);
        assertThat(manager.get("/desk/cases/" + this.caseNumber).statusCode()).isEqualTo(403);
    }

    @Test
    void staffHandleACaseAndAdministerNothing() {
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        String instance = this.task.getProcessInstanceId();
        assertThat(refused(staff,
                List.of("DELETE /process-instance/" + instance,
                        "PUT /process-instance/%s/suspended".formatted(instance),
                        "PUT /process-definition/%s/suspended".formatted(this.task.getProcessDefinitionId()),
                        "DELETE /process-definition/" + this.task.getProcessDefinitionId(), "POST /user/create",
                        "POST /group/create", "PUT /group/camunda-admin/members/kari", "POST /authorization/create")))
            .isEmpty();
        assertThat(staff.get("/desk/cases/" + this.caseNumber).statusCode()).isEqualTo(200);
        assertThat(staff.send("POST", ENGINE + "/task/%s/claim".formatted(this.task.getId()), "{\"userId\":\"kari\"}")
            .statusCode()).isEqualTo(204);
    }

    private List<String> refused(WebSession session, List<String> changes) {
        String body = """
                {"userId":"kari","suspended":true,"value":"x","type":0,"permissions":["ALL"],"resourceType":0,
                "resourceId":"*","id":"x","name":"x","profile":{"id":"x"},"credentials":{"password":"x"}}""";
        return changes.stream().filter((change) -> {
            String[] words = change.split(" ");
            int status = session.send(words[0], ENGINE + words[1], body).statusCode();
            return status != 403;
        }).toList();
    }

    private void work(Browser browser, String language, String list, String claim, String oneMail, String newCase) {
        Page page = Tasklist.open(browser, this.port, list);
        Locator card = Tasklist.card(page, this.caseNumber);
        assertThat(card).containsText("nowhere-listed.example");
        card.click();
        page.getByText(claim).first().click();
        assertThat(page.locator(".desk .decide :is(textarea, input, button)").first()).isEnabled();
        assertThat(page.locator("case-story")).containsText(oneMail);
        assertThat(browser.barriers(page, ".desk")).isEmpty();
        browser.screenshot(page, "desk-of-staff-" + language);
        page.navigate(address("/desk/casebook?words=" + this.caseNumber));
        assertThat(page.locator("main")).containsText(this.caseNumber);
        assertThat(browser.barriers(page)).isEmpty();
        browser.screenshot(page, "casebook-of-staff-" + language);
        page.navigate(address("/desk/new-case"));
        assertThat(page.locator("h1")).hasText(newCase);
        assertThat(browser.barriers(page)).isEmpty();
        page.navigate(address("/camunda/app/admin/default/"));
        assertThat(page.locator("h1").first()).hasText("Du har ikke adgang hit");
    }

    private void look(Browser browser, String language, String openCases) {
        Page page = browser.logIn(this.port, "cockpit", TestPeople.MANAGER);
        assertThat(page.locator("#tile-open")).containsText(openCases);
        browser.screenshot(page, "desk-of-managers-" + language);
        page.navigate(address("/camunda/app/tasklist/default/"));
        assertThat(page.locator("h1").first()).hasText("Du har ikke adgang hit");
        assertThat(browser.barriers(page)).isEmpty();
    }

    private void administer(Browser browser, String language, String users, String audit) {
        Page page = browser.logIn(this.port, "admin", TestPeople.ADMIN);
        page.getByText(users).first().click();
        assertThat(page.getByText(TestPeople.MANAGER).first()).isVisible();
        browser.screenshot(page, "users-of-administrators-" + language);
        page.navigate(address("/camunda/app/admin/default/"));
        Locator way = page.getByText(audit);
        assertThat(way).isVisible();
        browser.screenshot(page, "desk-of-administrators-" + language);
        way.click();
        assertThat(page.locator("h1")).hasText(audit);
        assertThat(browser.barriers(page)).isEmpty();
        browser.screenshot(page, "audit-" + language);
    }

    private String address(String path) {
        return "http://localhost:" + this.port + path;
    }

}
