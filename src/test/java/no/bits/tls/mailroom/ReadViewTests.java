package no.bits.tls.mailroom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.Tasklist;
import no.bits.tls.TestMailServer;
import no.bits.tls.inbox.HostileHtml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static no.bits.tls.Patience.await;

/** Mails as staff read them in Tasklist, the hostile ones first. */
@BackOfficeTest
class ReadViewTests {

    @LocalServerPort
    int port;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    JdbcClient jdbc;

    private final List<String> calls = new CopyOnWriteArrayList<>();

    private final List<String> dialogs = new CopyOnWriteArrayList<>();

    private HttpServer evil;

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        this.evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.evil.createContext("/", (call) -> {
            this.calls.add("listener " + call.getRequestURI());
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        this.evil.start();
        this.browser = Browser.open();
    }

    @AfterEach
    void close() {
        this.browser.close();
        this.evil.stop(0);
    }

    @Test
    void hostileMailsDoNothingInTasklist() {
        String address = "http://127.0.0.1:" + this.evil.getAddress().getPort();
        for (HostileHtml hostile : HostileHtml.values()) {
            this.mail.deliver(hostile.mail(address));
        }
        await().until(() -> waiting() >= HostileHtml.values().length);
        Page tasklist = Tasklist.open(this.browser, this.port, "E-post å sortere");
        tasklist.onRequest((request) -> note(request.url()));
        tasklist.onDialog(this::dismiss);
        for (HostileHtml hostile : HostileHtml.values()) {
            read(tasklist, hostile);
            assertThat(this.calls).as(hostile.name()).isEmpty();
            assertThat(this.dialogs).as(hostile.name()).isEmpty();
        }
        this.browser.screenshot(tasklist, "hostile-mail");
        assertThat(this.browser.errors()).filteredOn((error) -> !error.contains("401") && !error.contains("404"))
            .isEmpty();
    }

    @Test
    void anybodyOfStaffReadsTheWholeConversationBeforeTheyClaimTheTask() {
        this.mail.deliverSample("o10");
        await().until(() -> sentTo("liv.plassholdersen@gronnfinkboligkreditt.example"));
        Page tasklist = Tasklist.open(this.browser, this.port, "E-post å sortere");
        tasklist.getByText("Nye innmeldinger").first().click();
        tasklist.locator("ol.tasks-list > .task", new Page.LocatorOptions().setHasText("Grønnfink")).first().click();

        Locator thread = tasklist.locator("case-mails .thread > li");
        assertThat(thread).hasCount(2);
        assertThat(thread.first()).containsText("Vedlagt følger vedlegg 1 (Word) og vedlegg 2 (PDF).");
        assertThat(thread.first()).containsText("Avsenderen er ikke kontrollert");
        Locator answer = thread.last();
        assertThat(answer.locator("dl")).hasCount(0);
        answer.locator("summary").first().focus();
        tasklist.keyboard().press("Enter");
        assertThat(answer).containsText("tatt imot av e-posttjeneren vår");
        assertThat(answer).containsText("Det viser ikke at mottakeren har fått den.");
        assertThat(answer).containsText("Takk for e-posten");

        tasklist.getByLabel("Vis Vedlegg 2.pdf").click();
        Locator picture = thread.first().locator(".preview img");
        assertThat(picture).hasJSProperty("complete", true);
        assertThat((Integer) picture.evaluate("image => image.naturalWidth")).isGreaterThan(1000);
        thread.first().getByText("Vis e-posthoder").click();
        assertThat(thread.first().locator("pre.header")).containsText("Message-ID: ");
        this.browser.screenshot(tasklist, "conversation");
    }

    private void read(Page tasklist, HostileHtml hostile) {
        tasklist.locator("ol.tasks-list > .task", new Page.LocatorOptions().setHasText(caseOf(hostile))).click();
        Locator mail = tasklist.locator("one-mail");
        assertThat(mail.locator("h4")).containsText(hostile.name() + " <img src=x onerror=alert(1)>{{constructor");
        mail.getByText("Vis som HTML").click();
        assertThat(mail.frameLocator("iframe").locator("body")).containsText("Hei, dette er " + hostile.name());
        assertThat(mail.locator(".attachments")).containsText("}}.html");
        mail.locator("iframe").hover();
        tasklist.getByText("Postrom").click(new Locator.ClickOptions().setTrial(true));
        assertThat(tasklist.frames()).extracting(Frame::url)
            .allSatisfy((url) -> assertThat(url).startsWith("http://localhost:" + this.port));
        assertThat(tasklist.frames()).hasSize(2);
    }

    private String caseOf(HostileHtml hostile) {
        return this.jdbc.sql("""
                select t.case_number from mail_triage t join inbound_mail m on m.id = t.mail_id
                where m.subject like ? order by m.id desc limit 1""")
            .param(hostile.name() + " %")
            .query(String.class)
            .single();
    }

    private long waiting() {
        return this.jdbc.sql("""
                select count(*) from mail_triage t join inbound_mail m on m.id = t.mail_id
                where m.subject like '% <img src=x onerror=%'""").query(Long.class).single();
    }

    private boolean sentTo(String recipient) {
        return this.jdbc.sql("select exists (select from outbound_mail where recipient = ? and state = 'SENT')")
            .param(recipient)
            .query(Boolean.class)
            .single();
    }

    private void note(String url) {
        if (!url.startsWith("http://localhost:" + this.port + "/") && !url.startsWith("data:image/")) {
            this.calls.add("browser " + url);
        }
    }

    private void dismiss(Dialog dialog) {
        this.dialogs.add(dialog.message());
        dialog.dismiss();
    }

}
