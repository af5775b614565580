package no.bits.tls.mailroom;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
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
import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** How the mail is doing, as managers see it in Cockpit and staff in the mail room. */
@BackOfficeTest
class MailFiguresTests {

    /** What a page shows does not change before it is loaded anew. */
    private static final LocatorAssertions.HasClassOptions AT_ONCE = new LocatorAssertions.HasClassOptions()
        .setTimeout(1_000);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = { "/desk/figures/mails", "/desk/figures/sent" })
    void managersReadFiguresAndStrangersDoNot(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isEqualTo(401);
        assertThat(WebSession.of(this.port, TestPeople.STRANGER, "tasklist").get(path).statusCode()).isIn(401, 403);
        WebSession manager = WebSession.of(this.port, TestPeople.MANAGER, "cockpit");
        assertThat(manager.get(path).statusCode()).isEqualTo(200);
        assertThat(manager.send("POST", path, "{}").statusCode()).isEqualTo(403);
        assertThat(WebSession.of(this.port, TestPeople.STAFF, "tasklist").get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/desk/figures/../mails", "/desk/figures/%2e%2e/mails", "/desk/figures/..;/mails",
            "/desk/figures;/../mails", "/desk/figures/..%2fmails" })
    void figuresAreNoWayToTheMailsThemselves(String path) {
        assertThat(WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get(path).statusCode()).isIn(400, 403, 404);
    }

    @Test
    void aMailThatDidNotArriveIsCountedForManagersAndStaff() {
        TestCorrespondence.stuck(this.jdbc, "FAILED");
        TestCorrespondence.stuck(this.jdbc, "UNCERTAIN");
        try (Browser browser = Browser.open()) {
            Page cockpit = browser.logIn(this.port, "cockpit", TestPeople.MANAGER);
            Locator failed = cockpit.locator(".mail-figures tr:has-text('Ikke sendt')");
            failed.waitFor();
            await().untilAsserted(() -> {
                cockpit.reload();
                failed.waitFor();
                assertThat(failed).hasClass("danger", AT_ONCE);
                assertThat(cockpit.locator(".mail-figures tr:has-text('Usikre')")).hasClass("danger", AT_ONCE);
            });
            assertThat(failed.locator("td").first()).not().hasText("0");
            failed.scrollIntoViewIfNeeded();
            browser.screenshot(cockpit, "cockpit-mail-figures");
        }
        try (Browser browser = Browser.open()) {
            browser.logIn(this.port, "tasklist", TestPeople.STAFF).getByText("Nye innmeldinger").first().waitFor();
            Page room = browser.visit("http://localhost:%d/desk/mailroom?side=out".formatted(this.port));
            assertThat(room.locator("[data-filter='Ikke sendt'] .count")).not().hasText("0");
            assertThat(room.locator("[data-filter='Sendt'] .count")).hasCount(0);
            browser.screenshot(room, "mail-room-counts");
            assertThat(browser.errors()).filteredOn((error) -> !error.contains("401") && !error.contains("404"))
                .isEmpty();
        }
    }

}
