package no.bits.tls.domainlist;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

import no.bits.tls.TestDatabase;
import no.bits.tls.workflow.CaseNumber;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class DomainListPagesTests {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @Autowired
    DomainList list;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void aDozenIsPublished() {
        this.jdbc.sql("truncate domain_list_version, domain_list_entry").update();
        publish(1, Rows.DOZEN);
    }

    @ParameterizedTest
    @CsvSource({ "/tls,nb", "/tls/,nb", "/tls/en,en", "/tls/en/,en" })
    void showsTheFiveColumnsToTheLetterInBothLanguages(String path, String language) throws Exception {
        Document page = page(path);
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("thead th").eachText()).containsExactly("Company name", "Company Identification number",
                "Domain with forced TLS", "Date of enrolment", "Requirement 5.2.4 supported?");
        assertThat(page.select("tbody tr")).hasSize(12);
        assertThat(page.select("tbody tr:first-child").text())
            .isEqualTo("Advokatfirmaet Sandlo DA 909176158 adv-sandlo.example 2026-11-18 Nei");
        assertThat(page.select("tbody tr:nth-child(3)").text()).isEqualTo("Blåskogstjerne Bank AS 900773781"
                + " blåskogstjerne.example xn--blskogstjerne-qfb.example 2026-11-10 Ja");
        assertThat(page.select("tbody tr:nth-child(5)").text()).isEqualTo("Finans Norge fno.example 2017-02-01 Ja");
        assertThat(page.select("tbody td:last-child").eachText()).containsOnly("Ja", "Nei");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tls", "/tls/en", "/%74ls", "/tls;x=1", "/tls/domains.csv", "/tls?page=x" })
    void runsNothingOfStrangersHoweverTheAddressIsWritten(String path) throws Exception {
        assertThat(get(path).headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }

    @Test
    void givesAMailServerItsFileWithoutTheReadersOwnDomains() throws Exception {
        assertThat(page("/tls").select(".servers a").eachAttr("href")).contains("/tls/files/postfix-inbound.txt");
        HttpResponse<String> file = get("/tls/files/haraka-tls.ini?exclude=fno.example,Bl%C3%A5skogstjerne.example");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("haraka-tls.ini");
        assertThat(file.body()).contains("force_tls_hosts[]=adv-sandlo.example\n")
            .doesNotContain("hosts[]=fno.example", "hosts[]=xn--blskogstjerne-qfb");
        assertThat(get("/tls/files/passwd").statusCode()).isEqualTo(404);
    }

    @Test
    void believesNobodyWhoClaimsAnotherPathBeforeTheLinks() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/tls"))
            .header("X-Forwarded-Prefix", "//evil.example")
            .build();
        assertThat(BROWSER.send(request, BodyHandlers.ofString()).body()).doesNotContain("evil.example");
    }

    @Test
    void leadsFromTheRootToTheList() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying((to) -> assertThat(to).endsWith("/tls"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "fjellvakbanken.example|Ja. fjellvakbanken.example står på listen.",
                    "ola.nordmann@FjellvakBanken.example|Ja. fjellvakbanken.example står på listen.",
                    "https://www.blåskogstjerne.example/|Ja. blåskogstjerne.example står på listen.",
                    "post.fjellvakbanken.example|Nei. post.fjellvakbanken.example står ikke på listen.",
                    "a.b.c.kunde.fjellvakbanken.example|Nei. a.b.c.kunde.fjellvakbanken.example står ikke på listen.",
                    "example|Vi kjenner ikke igjen «example».", "bits.no|Nei. bits.no står ikke på listen.",
                    "<script>alert(1)</script>|Vi kjenner ikke igjen «<script>alert(1)</script>»." })
    void answersWhetherOneMaySendThere(String question, String answer) throws Exception {
        assertThat(
                page("/tls?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)).select(".verdict strong").text())
            .isEqualTo(answer);
    }

    @Test
    void saysThatADomainAboveDoesNotCount() throws Exception {
        assertThat(page("/tls/en?q=a.kunde.fjellvakbanken.example").select(".verdict").text())
            .isEqualTo("No. a.kunde.fjellvakbanken.example is not on the list. kunde.fjellvakbanken.example is, but"
                    + " the list holds for exactly the domains that are on it, not for subdomains. So encryption is"
                    + " not assured.");
    }

    @Test
    void repeatsNobodysNameBeforeTheAt() throws Exception {
        assertThat(page("/tls?q=ola.nordmann@bits.no").select(".verdict").text()).doesNotContain("ola");
    }

    @Test
    void showsAHostileNameAsText() throws Exception {
        publish(2, List.of(Rows.row("<img src=x onerror=alert(1)> & \"Sønn\"", "", "x.example", true)));
        assertThat(page("/tls").select("tbody img")).isEmpty();
        assertThat(page("/tls").select("tbody th").eachText()).contains("<img src=x onerror=alert(1)> & \"Sønn\"");
    }

    @Test
    void saysThatNothingIsPublishedYet() throws Exception {
        this.jdbc.sql("truncate domain_list_version, domain_list_entry").update();
        assertThat(page("/tls").select("main").text()).contains("Ingen domener er publisert ennå.");
        assertThat(get("/tls/domains.csv").body()).hasLineCount(1);
    }

    @Test
    void splitsALongListIntoPages() throws Exception {
        publish(2,
                IntStream.rangeClosed(1, 2500)
                    .mapToObj((number) -> Rows.row("Bank " + number, "805208279", "d" + number + ".example", true))
                    .toList());
        assertThat(page("/tls").select("tbody tr")).hasSize(1000);
        assertThat(page("/tls?page=3").select("tbody tr")).hasSize(512);
        assertThat(page("/tls?page=2").select(".pager a").eachText()).containsExactly("Forrige", "Neste");
        assertThat(page("/tls?page=99").select(".pager").text()).isEqualTo("Forrige 3 / 3");
        assertThat(get("/tls/domains.csv").body()).hasLineCount(2513);
    }

    @Test
    void sendsTheFilesWithTheirChecksum() throws Exception {
        HttpResponse<String> csv = get("/tls/domains.csv");
        assertThat(csv.body()).startsWith("Company name,Company Identification number,Domain with forced TLS,"
                + "Date of enrolment,Requirement 5.2.4 supported?\r\nAdvokatfirmaet Sandlo DA,909176158,");
        String sha256 = this.list.latest().sha256();
        assertThat(csv.headers().map()).containsEntry("etag", List.of('"' + sha256 + '"'))
            .containsEntry("x-checksum-sha256", List.of(sha256))
            .containsEntry("content-type", List.of("text/csv;charset=UTF-8"))
            .containsEntry("access-control-allow-origin", List.of("*"))
            .containsKeys("last-modified");
        assertThat(csv.headers().firstValue("repr-digest"))
            .hasValue("sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256))));
        assertThat(csv.headers().firstValue("cache-control")).hasValue("max-age=300, must-revalidate, public");
        assertThat(get("/tls/domains.json").body()).contains("\"sha256\" : \"" + sha256 + '"')
            .contains("\"domainUnicode\" : \"blåskogstjerne.example\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tls/domains.csv", "/tls/domains.json" })
    void sendsAFileOnceToWhoHasIt(String path) throws Exception {
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("etag").orElseThrow();
        String time = first.headers().firstValue("last-modified").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", time).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", tag).body()).isEmpty();
        publish(2, List.of(Rows.row("Ny Bank", "", "ny.example", true)));
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(get(path).headers().firstValue("etag")).isNotEqualTo(first.headers().firstValue("etag"));
    }

    @Test
    void keepsEveryVersion() throws Exception {
        String first = get("/tls/domains.csv").body();
        publish(2, List.of(Rows.row("Ny Bank", "", "ny.example", true)));
        assertThat(get("/tls/domains.csv?version=1").body()).isEqualTo(first);
        assertThat(get("/tls/domains.csv?version=2").body()).isEqualTo(get("/tls/domains.csv").body())
            .contains("ny.example");
    }

    @Test
    void saysKindlyThatAVersionDoesNotExist() throws Exception {
        HttpResponse<String> answer = get("/tls/domains.csv?version=41");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).text()).contains("Domenelisten har ingen versjon 41")
            .contains("Den nyeste er versjon 1.")
            .contains("The Domain List has no version 41");
    }

    @ParameterizedTest
    @CsvSource({ "/tls/finnes-ikke,404,Siden finnes ikke", "/tls/domains.xls,404,Siden finnes ikke",
            "/tls/forms/../../application.yaml,404,Siden finnes ikke",
            "/tls/forms/reviewEnrolment.docx,404,Siden finnes ikke",
            "/tls/domains.csv?version=x,400,Det forstod vi ikke", "/tls?page=x,400,Det forstod vi ikke" })
    void explainsErrorsWithoutTheirInsides(String path, int status, String title) throws Exception {
        HttpResponse<String> answer = get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo(title);
        assertThat(answer.body()).doesNotContain("Exception");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Vedlegg1_Samsvarserklaering_nb", "Vedlegg2_Opplysninger_nb",
            "Appendix1_Declaration_of_conformity_en", "Appendix2_Information_en" })
    void handsOutTheBlankForms(String name) throws Exception {
        HttpResponse<byte[]> form = BROWSER.send(HttpRequest.newBuilder(uri("/tls/forms/" + name + ".docx")).build(),
                BodyHandlers.ofByteArray());
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).startsWith('P', 'K');
        assertThat(form.headers().firstValue("Content-Disposition"))
            .hasValue("attachment; filename=\"%s.docx\"".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/tls", "/tls/en", "/tls/domains.csv", "/tls/list.css", "/tls/finnes-ikke" })
    void letsNothingForeignRunAndSetsNoCookie(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
            .hasValue("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    private void publish(int number, Collection<ListedDomain> rows) {
        this.list.publish(new CaseNumber("TLS-2026-%05d".formatted(number)), rows);
    }

    private Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + this.port + path);
    }

}
