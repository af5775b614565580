package no.bits.tls.login;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.microsoft.playwright.Page;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.Patience;
import no.bits.tls.TestMailServer.Mail;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Who has looked at personal data is written down, and administrators can read it. */
@BackOfficeTest
class PersonalDataAccessTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalDataAccess book;

    @Autowired
    Mail mail;

    @BeforeEach
    void forget() {
        this.jdbc.sql("delete from backoffice.personal_data_access").update();
    }

    @ParameterizedTest
    @CsvSource({ "/desk/enrolments/TLS-2020-99999,case TLS-2020-99999",
            "/desk/cases/TLS-2020-99999/sent,case TLS-2020-99999", "/desk/contacts/TLS-2020-99999,case TLS-2020-99999",
            "/desk/mails/0/raw,mails 0", "/desk/mails/0/attachments/1,mails 0",
            "/desk/sent/00000000-0000-0000-0000-000000000000,sent 00000000-0000-0000-0000-000000000000",
            "/desk/standings/0,participant 0", "/desk/mails,list mails", "/desk/standings?words=x,list standings" })
    void whoLooksAtSomethingIsWrittenDown(String path, String thing) {
        staff().get(path);
        assertThat(looks()).containsExactly(TestPeople.STAFF + " " + thing);
    }

    @Test
    void whoLooksManyTimesInAnHourIsWrittenDownOnce() {
        WebSession staff = staff();
        List.of("", "/header", "/raw", "/html").forEach((part) -> staff.get("/desk/mails/0" + part));
        WebSession.of(this.port, TestPeople.ADMIN, "tasklist").get("/desk/mails/0");
        assertThat(looks()).size().isBetween(2, 3);
        assertThat(looks()).contains("kari mails 0", "ada mails 0");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/desk/figures/ledger", "/desk/mailroom", "/desk/participants", "/desk/mailroom.css",
            "/desk/domain-checks/domains/bits.no" })
    void whatShowsNobodyLeavesNoTrace(String path) {
        staff().get(path);
        assertThat(looks()).isEmpty();
    }

    @Test
    void whoIsNotLetInLeavesNoTrace() {
        WebSession.ofNobody(this.port).get("/desk/mails/0");
        WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get("/desk/mails/0");
        assertThat(looks()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() {
        WebSession staff = staff();
        this.jdbc.sql("alter table backoffice.personal_data_access rename to lost").update();
        try {
            assertThat(staff.get("/desk/mails").statusCode()).isEqualTo(500);
        }
        finally {
            this.jdbc.sql("alter table backoffice.lost rename to personal_data_access").update();
        }
        assertThat(staff.get("/desk/mails").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorFindsWhoHasLookedAtACaseAndItsMails() {
        this.mail.deliverSample("o03");
        Patience.await().until(() -> !mailsOfCases().isEmpty());
        String[] found = mailsOfCases().get(0).split(" ");
        staff().get("/desk/mails/" + found[0]);
        staff().get("/desk/mails/0");
        String page = audit("?caseNumber=" + found[1].toLowerCase());
        assertThat(page).contains(">%s<".formatted(found[0])).doesNotContain(">0<");
        staff().get("/desk/enrolments/" + found[1]);
        assertThat(audit("?caseNumber=" + found[1])).contains(">%s<".formatted(found[1]));
    }

    @Test
    void anAdministratorFindsWhatAPersonHasLookedAtAndWhen() {
        staff().get("/desk/mails/0");
        assertThat(audit("?person=kari&from=2020-01-01")).contains("mails/{id}").doesNotContain("Ingen funnet");
        assertThat(audit("?person=marius")).contains("Ingen funnet");
        assertThat(audit("?person=kari&until=2020-01-01")).contains("Ingen funnet");
        assertThat(audit("?caseNumber=nonsense")).contains("Ingen funnet");
        assertThat(looks()).contains("ada list audit");
    }

    @Test
    void allEntriesAreFoundPageByPage() {
        for (int i = 0; i < 150; i++) {
            this.book.note("kari", new Look("mails/{id}", "mails", String.valueOf(i)));
        }
        String first = audit("?person=kari");
        assertThat(first).contains(">149<", ">50<").doesNotContain(">49<");
        String older = first.replaceFirst("(?s).*before=(\\d+).*", "$1");
        assertThat(audit("?person=kari&before=" + older)).contains(">49<", ">0<").doesNotContain(">50<", "before=");
    }

    @Test
    void whatIsTwoYearsOldIsForgotten() {
        note("old", Duration.ofDays(732));
        note("recent", Duration.ofDays(729));
        this.book.forgetOld();
        assertThat(looks()).containsExactly("kari mails recent");
    }

    @Test
    void thePageIsThereForEverybodyWhoKeepsThePlatformInTheirLanguage() {
        staff().get("/desk/enrolments/TLS-2020-99999");
        try (Browser browser = Browser.open()) {
            browser.logIn(this.port, "admin", TestPeople.ADMIN);
            Page page = browser.visit("http://localhost:%d/desk/audit".formatted(this.port));
            page.locator("[name=caseNumber]").fill("TLS-2020-99999");
            page.locator("form button").click();
            assertThat(page.locator("tbody")).containsText("TLS-2020-99999");
            browser.screenshot(page, "audit");
            assertThat(browser.barriers(page)).isEmpty();
            assertThat(browser.errors()).noneMatch((error) -> error.contains("/desk/"));
        }
        assertThat(WebSession.of(this.port, TestPeople.ADMIN, "admin").in("en-GB").get("/desk/audit").body())
            .contains("Who has looked at personal data", "Newest first");
    }

    private WebSession staff() {
        return WebSession.of(this.port, TestPeople.STAFF, "tasklist");
    }

    private String audit(String query) {
        var answer = WebSession.of(this.port, TestPeople.ADMIN, "admin").get("/desk/audit" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<String> mailsOfCases() {
        return this.jdbc
            .sql("select id || ' ' || case_number from backoffice.inbound_mail where case_number is not null")
            .query(String.class)
            .list();
    }

    private List<String> looks() {
        return this.jdbc.sql("select person || ' ' || kind || ' ' || thing from backoffice.personal_data_access")
            .query(String.class)
            .list();
    }

    private void note(String thing, Duration ago) {
        this.jdbc
            .sql("insert into backoffice.personal_data_access (person, hour, looked_at, page, kind, thing)"
                    + " values ('kari', :then, :then, 'mails/{id}', 'mails', :thing)")
            .param("then", Instant.now().minus(ago).atOffset(ZoneOffset.UTC))
            .param("thing", thing)
            .update();
    }

}
