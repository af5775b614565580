package no.bits.tls;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import no.bits.tls.TestMailServer.Mail;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/** What a monitor sees, and what everybody else sees of it. */
@BackOfficeTest
class MonitoringTests {

    private static final String TOKEN = "what-only-the-monitors-of-tests-show";

    private static final Pattern NAME = Pattern.compile("`(backoffice_mails_\\w+)");

    @LocalServerPort
    int port;

    @Autowired
    Mail mail;

    @Autowired
    ApplicationContext context;

    @Test
    void everyMetricThatTheReadmeNamesIsThereAfterAMailCameAndWasAnswered() throws Exception {
        this.mail.deliverSample("o01");
        this.mail.deliver("From: x@y.example\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nx\r\n"
            .getBytes(StandardCharsets.US_ASCII));
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(scrape()).contains("backoffice_mails_received_total{kind=\"enrolment\"}",
                    "backoffice_mails_received_total{kind=\"machine\"}",
                    "backoffice_mails_attempts_total{outcome=\"sent\",purpose=\"enrolment-receipt\"}"));
        String metrics = scrape();
        assertThat(NAME.matcher(Files.readString(Path.of("README.md"))).results().map((name) -> name.group(1)))
            .hasSizeGreaterThan(8)
            .allSatisfy((name) -> assertThat(metrics).containsPattern("(?m)^" + name + "(_count)?[{ ]"));
        assertThat(metrics).contains("backoffice_mails_outbound{state=\"uncertain\"}")
            .doesNotContain("@", "TLS-20", "bits.no");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/actuator", "/actuator/", "/actuator/prometheus", "/actuator/prometheus/",
            "/actuator;x=1/prometheus", "/%61ctuator/prometheus", "//actuator/prometheus",
            "/actuator/health/../prometheus", "/actuator/health/..;/prometheus", "/actuator/./prometheus",
            "/tls/..;/actuator/prometheus", "/ACTUATOR/prometheus", "/actuator/metrics", "/actuator/env",
            "/actuator/heapdump", "/metrics", "/prometheus" })
    void nobodyElseSeesAnythingHoweverTheySpellIt(String path) throws Exception {
        assertThat(get(path, "").statusCode()).isIn(400, 404);
        assertThat(get(path, "Bearer what-nobody-shows-to-anybody-at-all").statusCode()).isIn(400, 401, 404);
    }

    @Test
    void everybodySeesWhetherItIsHealthyAndNoMore() throws Exception {
        assertThat(get("/actuator/health/liveness", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/readiness", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health", "").body()).matches("\\{\"status\":\"\\w+\".*")
            .doesNotContain("details", "components");
    }

    @Test
    void theMailAccountsLibraryLocksAndOpensNoDoor() {
        assertThat(this.context.getBeanNamesForType(SecurityFilterChain.class)).isEmpty();
        assertThat(this.context.containsBean("springSecurityFilterChain")).isFalse();
    }

    private String scrape() throws Exception {
        HttpResponse<String> answer = get("/actuator/prometheus", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest
            .newBuilder(URI.create("http://localhost:%d%s".formatted(this.port, path)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

}
