package no.bits.tls.domainlist;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import no.bits.tls.Browser;
import no.bits.tls.TestDatabase;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class DomainListBrowserTests {

    @Autowired
    DomainList list;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void aDozenIsPublished() {
        this.jdbc.sql("truncate domain_list_version, domain_list_entry").update();
        this.list.publish(new CaseNumber("TLS-2026-00001"), Rows.DOZEN);
    }

    @Test
    void aVisitorLooksUpFiltersAndReads() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("http://localhost:" + this.port + "/");
            assertThat(page).hasURL("http://localhost:" + this.port + "/tls");
            assertThat(page.locator("tbody tr:visible")).hasCount(12);
            browser.screenshot(page, "domainlist-nb-1280");
            page.getByLabel("Vis bare rader med").fill("BLÅ ja");
            assertThat(page.locator("tbody tr:visible")).hasCount(2);
            assertThat(page.locator(".filter output")).hasText("2 av 12 domener vises");
            page.getByLabel("Domene eller e-postadresse").fill("kari@kunde.fjellvakbanken.example");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slå opp")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first())
                .containsText("kunde.fjellvakbanken.example står på listen");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English").setExact(true)).click();
            assertThat(page.locator("h1")).hasText("Domain List for Forced TLS");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void fitsAPhoneAndTheDark() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("http://localhost:" + this.port + "/tls?q=post.fjellvakbanken.example");
            page.setViewportSize(390, 844);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            assertThat(page.locator("tbody tr:visible")).hasCount(12);
            browser.screenshot(page, "domainlist-nb-390");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.navigate("http://localhost:" + this.port + "/tls/en?q=fno.example");
            assertThat(page.locator(".verdict")).containsText("Yes. fno.example is on the list.");
            page.setViewportSize(1280, 900);
            browser.screenshot(page, "domainlist-en-dark");
            page.setViewportSize(320, 640);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void printsAsATable() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("http://localhost:" + this.port + "/tls");
            page.setViewportSize(718, 1000);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.getByText("Requirement 5.2.4 supported?").first()).isVisible();
            assertThat(page.locator(".lookup")).isHidden();
            assertThat(page.locator(".filter")).isHidden();
            browser.screenshot(page, "domainlist-nb-print");
        }
    }

}
