package no.bits.tls.mailroom;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.outbox.TestCorrespondence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static no.bits.tls.Patience.await;

/** The mail room: who gets in, and what they can do there. */
@BackOfficeTest
class MailRoomTests {

    @LocalServerPort
    int port;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = { "/desk/mailroom", "/desk/mailroom.js", "/desk/mails", "/desk/sent",
            "/desk/cases/TLS-2020-99999/received", "/desk/cases/TLS-2020-99999/sent", "/desk/mails/999999/task" })
    void onlyStaffGetIn(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isEqualTo(401);
        assertThat(WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get(path).statusCode()).isEqualTo(403);
        assertThat(WebSession.of(this.port, TestPeople.STRANGER, "tasklist").get(path).statusCode()).isIn(401, 403);
        assertThat(staff().get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/desk/mails/999999/header", "/desk/mails/999999/attachments/1/preview",
            "/desk/mails/999999/attachments/1/preview/1", "/desk/sent/6a9a2a0e-0000-4000-8000-000000000000" })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isEqualTo(401);
        assertThat(WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get(path).statusCode()).isEqualTo(403);
        assertThat(staff().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyStaffActAndOnlyFromTheirOwnPages() {
        String path = "/desk/mails/999999/act";
        String act = "{\"act\":\"TAKE_IN\"}";
        assertThat(WebSession.ofNobody(this.port).send("POST", path, act).statusCode()).isEqualTo(401);
        assertThat(WebSession.of(this.port, TestPeople.MANAGER, "cockpit").send("POST", path, act).statusCode())
            .isEqualTo(403);
        assertThat(staff().sendFromAnotherSite("POST", path, act).statusCode()).isEqualTo(403);
        assertThat(staff().send("POST", path, act).statusCode()).isEqualTo(404);
        assertThat(staff().send("POST", path, "{\"act\":\"BURN\"}").statusCode()).isEqualTo(400);
        assertThat(staff().send("POST", "/desk/sent/" + UUID.randomUUID() + "/act", "{\"act\":\"SENT_AGAIN\"}")
            .statusCode()).isEqualTo(404);
        assertThat(staff().get("/desk/mails?state=NONSENSE").statusCode()).isEqualTo(400);
    }

    @Test
    void thePageRunsNothingButOurOwnScripts() {
        HttpResponse<String> page = staff().get("/desk/mailroom");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'",
                "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("onclick", "<style", "style=")
            .containsPattern("desk-token\" content=\"\\w+");
    }

    @Test
    void aMailThatWaitsInATaskIsLeftToTheTask() {
        long id = arrived("Spørsmål om noe helt annet", "");
        assertThat(staff().get("/desk/mails/%d/task".formatted(id)).body()).contains("\"caseNumber\":\"TLS-",
                "\"taskId\":\"");
        HttpResponse<String> refused = act(id, "DISMISS");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("venter i oppgaven i sak TLS-");
        assertThat(state(id)).isEqualTo("UNCLAIMED");
    }

    @Test
    void aMailOfAMachineIsTakenInAndThenWaitsForAPerson() {
        long id = arrived("Automatisk svar: vi vil melde oss inn", "Auto-Submitted: auto-replied\r\n");
        assertThat(state(id)).isEqualTo("MACHINE");
        assertThat(act(id, "TAKE_IN").statusCode()).isEqualTo(204);
        await().until(() -> state(id).equals("UNCLAIMED"));
        assertThat(staff().get("/desk/mails/" + id).body()).contains("Tatt inn som ny e-post av kari ");
        assertThat(act(id, "TAKE_IN").statusCode()).isEqualTo(409);
    }

    @Test
    void aMailOfOursThatNobodyFollowsUpIsSentAgainOrCountedAsDelivered() {
        long id = arrived("En til", "");
        UUID failed = owed("FAILED");
        assertThat(sentAct(failed, "COUNTED_AS_DELIVERED").statusCode()).isEqualTo(409);
        assertThat(sentAct(failed, "SENT_AGAIN").statusCode()).isEqualTo(204);
        await().until(() -> this.mail.mailsTo("it@fjordbanken.example").size() > 0);
        UUID uncertain = owed("UNCERTAIN");
        assertThat(sentAct(uncertain, "COUNTED_AS_DELIVERED").statusCode()).isEqualTo(204);
        assertThat(staff().get("/desk/sent/" + uncertain).body()).contains("\"state\":\"SENT\"");
        assertThat(this.jdbc.sql("select decided_by from decision where task_id = ?")
            .param("mail " + uncertain)
            .query(String.class)
            .single()).isEqualTo("kari");
        assertThat(id).isPositive();
    }

    @Test
    void staffFindAMailAndActOnItWithTheKeyboard() {
        long id = arrived("Automatisk svar: tastatur", "Auto-Submitted: auto-replied\r\n");
        try (Browser browser = Browser.open()) {
            Page room = room(browser);
            room.locator("[data-filter=Maskinpost]").click();
            room.locator("input[name=words]").fill("tastatur");
            room.keyboard().press("Enter");
            Locator line = room.locator(".found button");
            assertThat(line).hasCount(1);
            line.focus();
            room.keyboard().press("Enter");
            assertThat(room.locator("one-mail dl")).containsText("maskinpost");
            browser.screenshot(room, "mail-room");
            room.getByText("Ta inn som ny e-post").focus();
            room.keyboard().press("Enter");
            assertThat(room.locator(".done")).containsText("E-posten er tatt inn");
            await().until(() -> state(id).equals("UNCLAIMED"));
            room.reload();
            assertThat(room.locator(".acts")).containsText("Venter i oppgaven «Sorter e-post» i sak TLS-");
            room.getByText("Gå til oppgaven").click();
            assertThat(room.locator("one-mail h4")).containsText("Automatisk svar: tastatur");
            assertThat(browser.errors()).filteredOn((error) -> !error.contains("401") && !error.contains("404"))
                .isEmpty();
        }
    }

    private Page room(Browser browser) {
        Page page = browser.visit("http://localhost:%d/desk/mailroom".formatted(this.port));
        page.locator("input[type=text]").first().fill(TestPeople.STAFF);
        page.locator("input[type=password]").first().fill(TestPeople.STAFF);
        page.locator("button[type=submit]").click();
        page.getByText("Postrom").click();
        assertThat(page.locator(".found button").first()).isVisible();
        return page;
    }

    private HttpResponse<String> act(long id, String act) {
        return staff().send("POST", "/desk/mails/%d/act".formatted(id), "{\"act\":\"%s\"}".formatted(act));
    }

    private HttpResponse<String> sentAct(UUID id, String act) {
        return staff().send("POST", "/desk/sent/%s/act".formatted(id), "{\"act\":\"%s\"}".formatted(act));
    }

    private long arrived(String subject, String header) {
        String id = "<%s@elsewhere.example>".formatted(UUID.randomUUID());
        this.mail.deliver("""
                From: Per Spørresen <per@elsewhere.example>\r
                To: tls@bits.no\r
                Subject: %s\r
                Message-ID: %s\r
                %sContent-Type: text/plain; charset=utf-8\r
                \r
                Hei.\r
                """.formatted(subject, id, header).getBytes(StandardCharsets.UTF_8));
        return await().until(() -> this.jdbc.sql("""
                select coalesce(max(id), 0) from inbound_mail
                where position(convert_to(?, 'UTF8') in raw) > 0 and state <> 'STORED'""")
            .param(id)
            .query(Long.class)
            .single(), (found) -> found > 0);
    }

    private UUID owed(String state) {
        return TestCorrespondence.stuck(this.jdbc, state);
    }

    private String state(long id) {
        return this.jdbc.sql("select state from inbound_mail where id = ?").param(id).query(String.class).single();
    }

    private WebSession staff() {
        return WebSession.of(this.port, TestPeople.STAFF, "tasklist");
    }

}
