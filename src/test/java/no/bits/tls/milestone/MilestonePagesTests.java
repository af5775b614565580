package no.bits.tls.milestone;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.bits.tls.Browser;
import no.bits.tls.Letters;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.participant.Participant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

class MilestonePagesTests extends MilestoneScene {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Participant bank;

    private String page;

    @BeforeEach
    void aBankIsAsked() {
        this.bank = this.listed.list();
        this.listed.list();
        travelTo(milestoneOf(this.bank).dueOn());
        this.page = Letters.pageIn(awaitMail(this.bank, "er innkommende tvungen TLS på plass? / Is inbound"));
    }

    @Test
    void aMailLeadsToAPageWhereAClickTurnsTheListToJa() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("http://localhost:" + this.port + this.page);
            assertThat(page.locator("h1")).hasText("Tremånedersmilepælen");
            assertThat(browser.barriers(page)).isEmpty();
            browser.screenshot(page, "milestone-nb-1280");
            page.getByLabel("Postfix").check();
            page.getByLabel("Ja, det er på plass").check();
            page.getByLabel("Bits kan prøve om det virker").check();
            page.locator("button[type=submit]").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Takk for svaret!");
            assertThat(browser.barriers(page)).isEmpty();
            browser.screenshot(page, "milestone-nb-answered");
            awaitEnd(this.bank, "endEvent_inboundEnforced");
            page.navigate("http://localhost:" + this.port + "/tls?q=" + this.bank.administratorEmail().domain());
            String row = page.locator("tr", new Page.LocatorOptions().setHasText(this.bank.organisation()))
                .last()
                .innerText();
            assertThat(row).endsWith("Ja");
            assertThat(milestoneOf(this.bank).mayTest()).isTrue();
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void worksOnAPhoneWithoutScriptsInEnglish() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitWithoutScripts("http://localhost:" + this.port + this.page + "?lang=en");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            page.locator("button[type=submit]").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose one of the three answers.");
            page.getByLabel("No, it is not possible").check();
            page.locator("button[type=submit]").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tell us briefly why");
            browser.screenshot(page, "milestone-en-360");
            page.getByLabel("Why not?").fill("Our gateway cannot do it.");
            page.locator("button[type=submit]").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("a perfectly good answer");
            awaitEnd(this.bank, "endEvent_inboundNotPossible");
            assertThat(milestoneOf(this.bank).words()).isEqualTo("Our gateway cannot do it.");
        }
    }

    @Test
    void lookingChangesNothing() throws Exception {
        Milestone before = milestoneOf(this.bank);
        assertThat(get(this.page).statusCode()).isEqualTo(200);
        assertThat(milestoneOf(this.bank)).isEqualTo(before);
    }

    @Test
    void isKeptByNobodyAndRunsNothing() throws Exception {
        HttpResponse<String> answer = get(this.page);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy").orElse("")).isEqualTo("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'")
            .contains("form-action 'self'");
        assertThat(answer.body()).doesNotContain("<script");
    }

    @Test
    void movesTheDateOnceAndSaysHowToAskForMore() throws Exception {
        LocalDate day = OsloTime.today(this.clock).plusDays(30);
        assertThat(post("answer=more-time", "date=2020-01-01").statusCode()).isEqualTo(422);
        assertThat(post("answer=more-time", "date=" + day.plusYears(2)).statusCode()).isEqualTo(422);
        assertThat(post("answer=more-time", "date=never").statusCode()).isEqualTo(422);
        assertThat(post("answer=more-time", "date=" + day).statusCode()).isEqualTo(302);
        await().until(() -> milestoneOf(this.bank).isOpen());
        assertThat(milestoneOf(this.bank).dueOn()).isEqualTo(WorkingDays.forward(day));
        Document page = read(get(this.page));
        assertThat(page.select("[role=status]").text()).startsWith("Ny dato: vi spør på nytt");
        assertThat(page.select("[value=more-time]")).isEmpty();
        assertThat(read(post("answer=more-time", "date=" + day.plusDays(30))).text())
            .contains("mer tid én gang allerede");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() throws Exception {
        Document page = read(post("answer=more-time", "reason=" + encoded("<b>Ferie</b>"), "server=exim"));
        assertThat(page.select("[value=more-time]").hasAttr("checked")).isTrue();
        assertThat(page.select("textarea").text()).isEqualTo("<b>Ferie</b>");
        assertThat(page.select("[value=exim]").hasAttr("checked")).isTrue();
        assertThat(page.select("[value=postfix]").hasAttr("checked")).isFalse();
    }

    @Test
    void givesTheFilesOfTheMailServersThatItRuns() throws Exception {
        assertThat(read(get(this.page)).select(".own-files a")).isEmpty();
        assertThat(post("answer=more-time", "server=postfix", "server=<script>",
                "date=" + OsloTime.today(this.clock).plusDays(9))
            .statusCode()).isEqualTo(302);
        await().until(() -> milestoneOf(this.bank).isOpen());
        Document page = read(get(this.page));
        assertThat(page.select(".own-files a").eachText()).containsExactly("postfix-outbound.txt",
                "postfix-inbound.txt");
        HttpResponse<String> file = get(page.select(".own-files a").get(0).attr("href"));
        String own = this.bank.listedDomains().iterator().next().ascii();
        assertThat(file.body()).contains(" verify protocols").doesNotContain("\n" + own + " verify");
        assertThat(get("/desk/standings/" + this.bank.id()).statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoSecondAnswer() throws Exception {
        assertThat(post("answer=not-able", "reason=Nei").statusCode()).isEqualTo(302);
        assertThat(post("answer=done").statusCode()).isEqualTo(302);
        awaitEnd(this.bank, "endEvent_inboundNotPossible");
        assertThat(read(get(this.page)).select("[role=status]").text()).contains("fullgodt svar");
        assertThat(listSaysJa(this.bank)).isFalse();
    }

    @Test
    void saysKindlyThatALinkHasExpired() throws Exception {
        travelTo(OsloTime.today(this.clock).plusDays(130));
        HttpResponse<String> answer = get(this.page);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(read(answer).text()).contains("Lenken er utløpt", "Svar på e-posten");
        assertThat(post("answer=done").statusCode()).isEqualTo(302);
        assertThat(milestoneOf(this.bank).answer()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tls/milestone/x", "/tls/milestone/000000000000000000000000000000000000000",
            "/tls/review/000000000000000000000000000000000000000",
            "/tls/pack/000000000000000000000000000000000000000/postfix-outbound.txt" })
    void knowsOnlyItsOwnTokens(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void isGoodForNoOtherPage() throws Exception {
        assertThat(get(this.page.replace("milestone", "review")).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String... fields) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + this.page))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Arrays.stream(fields).collect(Collectors.joining("&"))))
            .build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Document read(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

}
