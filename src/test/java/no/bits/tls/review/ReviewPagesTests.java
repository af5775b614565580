package no.bits.tls.review;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.bits.tls.Browser;
import no.bits.tls.Letters;
import no.bits.tls.WebSession;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.participant.Participant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class ReviewPagesTests extends ReviewScene {

    private Participant bank;

    private String page;

    @BeforeEach
    void aBankIsAsked() {
        this.bank = listedLongAgo();
        listedLongAgo();
        nextQuarter();
        this.page = Letters.pageIn(awaitMail(this.bank, "Kvartalsgjennomgang"));
    }

    @Test
    void oneClickConfirmsTheVersionThatThePageShows() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("http://localhost:" + this.port + this.page);
            assertThat(page.locator("h1")).containsText("Kvartalsgjennomgang " + newestOf(this.bank).quarter());
            assertThat(browser.barriers(page)).isEmpty();
            browser.screenshot(page, "review-nb-1280");
            long shown = this.list.latest().number();
            listedLongAgo();
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("versjon " + shown);
            awaitEnd(newestOf(this.bank), "endEvent_listConfirmed");
            assertThat(newestOf(this.bank).listVersion()).isEqualTo(shown);
            assertThat(browser.barriers(page)).isEmpty();
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void worksOnAPhoneWithoutScriptsInEnglish() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitWithoutScripts("http://localhost:" + this.port + this.page + "?lang=en");
            page.getByLabel("Google Workspace").check();
            browser.screenshot(page, "review-en-360");
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Thank you, noted!");
        }
    }

    @Test
    void lookingConfirmsNothing() {
        read();
        assertThat(newestOf(this.bank).state()).isEqualTo(QuarterlyReview.State.OPEN);
        assertThat(this.ledger.versionOf(this.bank.id())).isLessThan(this.list.latest().number());
    }

    @Test
    void showsWhatIsNewWithoutItsOwnDomains() {
        assertThat(read().select(".changes span").eachText()).isNotEmpty().doesNotContain(this.bank.organisation());
    }

    @Test
    void saysThatTheNextQuarterHasBegun() {
        QuarterlyReview missed = newestOf(this.bank);
        nextQuarter();
        awaitEnd(missed, "endEvent_reviewMissed");
        assertThat(read().text()).contains("Fikk dere en nyere e-post fra oss");
    }

    @Test
    void saysKindlyThatALinkHasExpired() {
        travelTo(OsloTime.today(this.clock).plusDays(130));
        assertThat(WebSession.ofNobody(this.port).get(this.page).statusCode()).isEqualTo(410);
        assertThat(read().text()).contains("Lenken er utløpt");
    }

    private Document read() {
        return Jsoup.parse(WebSession.ofNobody(this.port).get(this.page).body());
    }

}
