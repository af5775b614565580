package no.bits.tls.review;

import java.util.Map;

import com.microsoft.playwright.Page;
import no.bits.tls.Browser;
import no.bits.tls.Letters;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.participant.Participant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "spring.application.name=ledger")
class LedgerPageTests extends ReviewScene {

    @Test
    void tellsManagersWhoIsBehindAndHowFarEachVersionHasCome() {
        Participant late = listedLongAgo();
        Participant punctual = listedLongAgo();
        for (int quarter = 0; quarter < 3; quarter++) {
            nextQuarter();
            awaitMail(punctual, "Kvartalsgjennomgang " + newestOf(punctual).quarter());
            this.reviews.confirm(newestOf(punctual), this.list.latest().number());
            awaitEnd(newestOf(punctual), "endEvent_listConfirmed");
        }
        long version = this.list.latest().number();
        try (Browser browser = Browser.open()) {
            Page page = browser.logIn(this.port, "cockpit", TestPeople.MANAGER);
            assertThat(page.getByText("Deltakernes bekreftelser")).isVisible();
            page.getByText("Hvem som er på etterskudd").click();
            assertThat(page.locator("h1")).hasText("Bekreftelser");
            Page.LocatorOptions ofLate = new Page.LocatorOptions().setHasText(late.organisation());
            assertThat(page.locator("tr", ofLate).locator("td").last()).hasText("2");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(punctual.organisation()))).hasCount(0);
            assertThat(page.locator("section").last().locator("tbody tr").first().locator("th"))
                .hasText(String.valueOf(version));
            assertThat(browser.barriers(page)).isEmpty();
            browser.screenshot(page, "ledger");
        }
    }

    @Test
    void countsWhoFetchedTheFilesByTheLinksInOurMails() {
        Participant bank = listedLongAgo();
        nextQuarter();
        String page = Letters.pageIn(awaitMail(bank, "Kvartalsgjennomgang"));
        WebSession everybody = WebSession.ofNobody(this.port);
        everybody.submit(page, Map.of("server", "haraka"));
        String file = Jsoup.parse(everybody.get(page).body()).select(".own-files a").attr("href");
        everybody.get(file);
        everybody.get(file);
        WebSession manager = WebSession.of(this.port, TestPeople.MANAGER, "cockpit");
        String newest = Jsoup.parse(manager.get("/desk/figures/ledger").body())
            .select("section:last-child tbody tr:first-child td:nth-child(4)")
            .text();
        assertThat(newest).isEqualTo("1");
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        assertThat(staff.get("/desk/standings/" + bank.id()).body()).contains("haraka-tls.ini");
    }

    @Test
    void isAFileWithoutAnythingPersonal() {
        Participant bank = listedLongAgo();
        String file = WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get("/desk/figures/ledger.csv").body();
        assertThat(file).startsWith("Virksomhet,Organisasjonsnummer,Domener,Bekreftet versjon,")
            .contains(bank.organisation())
            .doesNotContain("@");
    }

    @Test
    void isForNobodyElse() {
        assertThat(WebSession.ofNobody(this.port).get("/desk/figures/ledger").statusCode()).isNotEqualTo(200);
        assertThat(WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get("/desk/standings/1").statusCode())
            .isEqualTo(403);
    }

}
