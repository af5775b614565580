package no.bits.tls.login;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What browsers are told about a page of each kind: each thing once, and nothing against
 * another.
 */
@BackOfficeTest
class SafetyHeadersTests {

    private static final List<String> ONCE = List.of("Content-Security-Policy", "X-Content-Type-Options",
            "X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy");

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({ "/,302", "/tls,200", "/tls/en,200", "/tls/domains.csv,200", "/tls/list.css,200",
            "/tls/milestone/x,404", "/nothing,404", "/tls/nothing,404", "/desk/mailroom,200", "/desk/mails,200",
            "/desk/mails/0,404", "/desk/mails/0/html,404", "/desk/figures/ledger,200", "/desk/figures/ledger.csv,200",
            "/desk/participants,200", "/desk/audit,200", "/desk/mailroom.js,200", "/desk/standings,400",
            "/camunda/app/tasklist/default/,200", "/camunda/app/welcome/default/,200",
            "/camunda/app/tasklist/scripts/desk.js,200", "/camunda/app/tasklist/locales/no.json,200",
            "/camunda/api/engine/engine/default/task/count,200", "/camunda/api/engine/engine/default/task/x,404",
            "/camunda/app/admin/default/setup/,404", "/camunda/favicon.ico,200", "/actuator/health/liveness,200",
            "/actuator/prometheus,404", "/engine-rest/task,404", "/login/way,200", "/%2e%2e/%2e%2e,400" })
    void everyKindOfAnswerIsSafe(String path, int status) {
        var answer = WebSession.of(this.port, TestPeople.ADMIN, "tasklist").get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertSafe(answer.headers());
    }

    @ParameterizedTest
    @CsvSource({ "/desk/mails/1,401", "/camunda/api/engine/engine/default/task/count,401" })
    void soAreThoseToNobody(String path, int status) {
        var answer = WebSession.ofNobody(this.port).get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertSafe(answer.headers());
    }

    @Test
    void soIsTheOneToSomebodyElse() {
        var answer = WebSession.of(this.port, TestPeople.STAFF, "tasklist").open("/camunda/app/cockpit/default/");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertSafe(answer.headers());
    }

    @ParameterizedTest
    @CsvSource({ "/tls", "/camunda/app/tasklist/default/", "/desk/mails", "/nothing" })
    void whoCameByTlsIsToldToComeByNothingElse(String path) throws Exception {
        assertThat(headers(path, "https").allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(headers(path, "http").allValues("Strict-Transport-Security")).isEmpty();
    }

    private static void assertSafe(HttpHeaders headers) {
        assertThat(ONCE).allSatisfy((name) -> assertThat(headers.allValues(name)).as(name).hasSize(1));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src '",
                "frame-ancestors 'none'", "base-uri '");
    }

    private HttpHeaders headers(String path, String scheme) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(this.port, path)))
            .header("X-Forwarded-Proto", scheme)
            .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).headers();
    }

}
