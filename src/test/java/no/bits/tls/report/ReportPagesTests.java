package no.bits.tls.report;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.stream.Stream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The reports as managers open them in Cockpit, about months long before other tests. */
@BackOfficeTest
class ReportPagesTests {

    private static final String PERIOD = "?from=2001-11&until=2002-02";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void history() {
        KnownHistory history = new KnownHistory(this.jdbc);
        history.ended("enrolment", "TLS-2001-70001", "2001-11-30T10:00", "2001-12-10T10:00", Ending.LISTED.event());
        history.ended("enrolment", "TLS-2001-70002", "2001-12-30T10:00", "2001-12-31T22:59", Ending.LISTED.event());
        history.ended("enrolment", "TLS-2001-70003", "2001-12-30T10:00", "2001-12-31T23:01", Ending.DECLINED.event());
        history.step("enrolment", "TLS-2001-70001", "userTask_reviewEnrolment", "userTask", "2001-12-01T10:00",
                "2001-12-10T10:00");
        history.step("enrolment", "TLS-2001-70001", "receiveTask_awaitAnswer", "receiveTask", "2001-11-30T10:00",
                "2001-12-01T10:00");
        history.drawnAs("enrolment");
    }

    @AfterEach
    void noHistory() {
        new KnownHistory(this.jdbc).forget("TLS-2001-7");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/desk/figures/tiles", "/desk/figures/cases?of=ENDED",
            "/desk/figures/reports/enrolments" + PERIOD, "/desk/figures/reports/enrolments/outcomes.csv" + PERIOD })
    void managersStaffAndAdministratorsReadReportsAndNobodyElse(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isEqualTo(401);
        assertThat(WebSession.of(this.port, TestPeople.STRANGER, "tasklist").get(path).statusCode()).isIn(401, 403);
        assertThat(WebSession.of(this.port, TestPeople.STAFF, "tasklist").get(path).statusCode()).isEqualTo(200);
        assertThat(WebSession.of(this.port, TestPeople.ADMIN, "cockpit").get(path).statusCode()).isEqualTo(200);
        WebSession manager = manager();
        assertThat(manager.get(path).statusCode()).isEqualTo(200);
        assertThat(manager.send("POST", path, "{}").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = { "reports/weather", "reports/enrolments/weather.csv" })
    void whatThereIsNotIsNotFound(String path) {
        assertThat(manager().get("/desk/figures/" + path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "reports/enrolments?from=2002-02&until=2001-11", "reports/enrolments?from=soon",
            "reports/enrolments?span=FOREVER", "cases", "cases?of=nothing", "cases?of=ENDED&from=yesterday",
            "cases?of=OPEN_THEN" })
    void whatMakesNoSenseIsABadRequest(String path) {
        assertThat(manager().get("/desk/figures/" + path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "open-cases", "steps", "workload", "enrolments", "refusals", "milestones", "reviews",
            "verdicts", "error-reports", "mails" })
    void everyReportIsThereForAnyPeriodWithoutAnythingPersonal(String report) {
        WebSession manager = manager();
        assertThat(Stream.of("", PERIOD, "?span=ALL", "?span=THIS_YEAR", "?span=NEXT_12_MONTHS", "?from=0001-01",
                "?until=9999-12"))
            .map((period) -> manager.get("/desk/figures/reports/" + report + period))
            .allSatisfy((answer) -> {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains("\"panels\":[{").doesNotContain("@");
            });
    }

    @Test
    void aFileOpensInASpreadsheetAndHarmsNone() {
        HttpResponse<String> file = manager().get("/desk/figures/reports/enrolments/outcomes.csv" + PERIOD);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
            .hasValue("attachment; filename=\"enrolments-outcomes-2001-11_2002-02.csv\"");
        assertThat(file.body()).startsWith("\uFEFF\"Måned\";\"Mottatt\";\"På listen\"")
            .contains("\"2001-12\";\"0\";\"2\";\"0\";\"0\";\"0\"\r\n");
    }

    @Test
    void aManagerPicksAPeriodFetchesAFileAndFollowsAFigureToItsCases() throws IOException {
        try (Browser browser = Browser.open()) {
            Page page = browser.logIn(this.port, "cockpit", TestPeople.MANAGER);
            Locator tiles = page.locator(".report-tile");
            assertThat(tiles).hasCount(6);
            assertThat(page.locator("#tile-open .report-tile-value")).not().isEmpty();
            assertThat(page.locator(".mail-figures").first()).isVisible();
            assertThat(browser.barriers(page, ".report-tiles-board")).isEmpty();
            browser.screenshot(page, "cockpit-tiles");
            tiles.first().click();
            assertThat(page.locator(".report-panel h4").first()).hasText("Åpne saker etter alder");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Innmeldinger")).click();
            page.locator("input#from").fill("2001-11");
            page.locator("input#until").fill("2002-02");
            page.getByText("Vis perioden").click();
            Locator row = page.locator("section:has(#panel-outcomes) tr:has-text('desember 2001')");
            assertThat(row.locator("td").nth(1)).hasText("2");
            assertThat(page.locator("section:has(#panel-outcomes) svg[role=img]")).isVisible();
            assertThat(browser.barriers(page, ".report")).isEmpty();
            browser.screenshot(page, "report-enrolments");
            Download file = page
                .waitForDownload(() -> page.locator("section:has(#panel-outcomes) a[download]").click());
            assertThat(Files.readString(file.path())).contains("\"2001-12\";\"0\";\"2\"");
            row.locator("a").first().click();
            assertThat(page.locator("#report-cases")).isFocused();
            assertThat(page.locator(".report-table tbody tr")).hasCount(2);
            assertThat(page.locator(".report-table tbody tr").first()).containsText("TLS-2001-70002");
            assertThat(browser.barriers(page, ".report")).isEmpty();
            browser.screenshot(page, "report-cases");
            page.getByText("Tilbake til rapporten").click();
            assertThat(row).isVisible();
            row.locator("a").first().click();
            page.getByText("TLS-2001-70001").click();
            assertThat(page.locator("tr.info")).containsText("TLS-2001-70001");
            assertThat(page.locator(".case-passed[data-element-id=userTask_reviewEnrolment]")).isVisible();
            browser.screenshot(page, "report-finished-case");
        }
    }

    @Test
    void anotherManagerReadsTheSameInEnglishAndOnPaper() throws IOException {
        try (Browser browser = Browser.openInEnglish()) {
            Page page = browser.logIn(this.port, "cockpit", TestPeople.MANAGER);
            page.navigate("http://localhost:%d/camunda/app/cockpit/default/#/reports".formatted(this.port));
            page.getByText("Cases: Where time goes").click();
            page.locator("input#from").fill("2001-11");
            page.locator("input#until").fill("2002-02");
            page.getByText("Show the period").click();
            Locator steps = page.locator("section:has(#panel-enrolment)");
            assertThat(steps.locator("tr:has-text('Review enrolment')")).containsText("90 %");
            assertThat(page.locator("section:has(#panel-cases) tr:has-text('Enrolment')")).containsText("1.5");
            assertThat(browser.barriers(page, ".report")).isEmpty();
            browser.screenshot(page, "report-steps-english");
            assertThat(printed(page)).contains("How long cases take", "Until the applicant answers", "Review enrolment")
                .doesNotContain("Download as CSV");
            page.getByText("Mail in and out").click();
            assertThat(page.locator("#panel-out")).hasText("Mail from us");
            browser.screenshot(page, "report-mails-english");
        }
    }

    private static String printed(Page page) throws IOException {
        try (PDDocument paper = Loader.loadPDF(page.pdf())) {
            return new PDFTextStripper().getText(paper);
        }
    }

    private WebSession manager() {
        return WebSession.of(this.port, TestPeople.MANAGER, "cockpit");
    }

}
