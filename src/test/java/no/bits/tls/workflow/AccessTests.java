package no.bits.tls.workflow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets in where. */
@BackOfficeTest
class AccessTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({ "kari,tasklist,true", "kari,cockpit,false", "kari,admin,false", "marius,cockpit,true",
            "marius,tasklist,false", "marius,admin,false", "ada,tasklist,true", "ada,cockpit,true", "ada,admin,true",
            "frode,tasklist,false", "frode,cockpit,false" })
    void everyRoleGetsIntoItsOwnApplicationsOnly(String user, String application, boolean admitted) {
        WebSession session = WebSession.of(this.port, user, application);
        assertThat(session.get(ENGINE + "/process-definition/count").statusCode()).isEqualTo(admitted ? 200 : 401);
    }

    @Test
    void whoOpensAnApplicationOfOthersReadsWhatToDo() {
        var page = staff().open("/camunda/app/cockpit/default/");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Du har ikke adgang hit", "You have no access here");
    }

    @Test
    void staffSeeTheSharedFilters() {
        assertThat(staff().get(ENGINE + "/filter?resourceType=Task").body()).contains("Nye innmeldinger",
                "E-post å sortere", "Mine oppgaver");
    }

    @Test
    void staffCannotMakeFiltersForTheirExpressionsAreCode() {
        assertThat(staff()
            .send("POST", ENGINE + "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}")
            .statusCode()).isEqualTo(403);
    }

    @Test
    void anExpressionInABranchOfATaskQueryIsRefused() {
        var answer = staff().send("POST", ENGINE + "/task",
                "{\"orQueries\":[{\"assigneeExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Expressions are forbidden");
    }

    @Test
    void aManagerCannotStartOrDeleteAnything() {
        WebSession manager = WebSession.of(this.port, TestPeople.MANAGER, "cockpit");
        assertThat(manager.send("POST", ENGINE + "/process-definition/key/enrolment/start", "{}").statusCode())
            .isEqualTo(403);
        assertThat(manager.send("POST", ENGINE + "/deployment/create", "{}").statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/desk;x=1/mails/1", "/%64esk/mails/1", "/tls/..;/desk/mails/1",
            "/tls/%2e%2e/desk/mails/1", "/;x/desk/mails/1", "/.;/desk/mails/1" })
    void noOtherSpellingOfAnAddressGetsPastTheDesksDoor(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void theSessionsCookieIsSecureBehindAProxyThatSpeaksTls() throws Exception {
        URI page = URI.create("http://localhost:%d/camunda/app/tasklist/default/".formatted(this.port));
        var answer = HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).header("X-Forwarded-Proto", "https").build(), BodyHandlers.discarding());
        assertThat(answer.headers().allValues("Set-Cookie")).filteredOn((cookie) -> cookie.startsWith("JSESSIONID="))
            .singleElement()
            .asString()
            .contains("Secure", "HttpOnly", "SameSite");
    }

    @ParameterizedTest
    @CsvSource({ "/desk/enrolments/TLS-2020-99999", "/desk/mails/999999", "/desk/mails/999999/raw",
            "/desk/triage/TLS-2020-99999", "/desk/deliveries/TLS-2020-99999", "/desk/contacts/TLS-2020-99999",
            "/desk/enquiries/TLS-2020-99999", "/desk/anything" })
    void theDeskIsClosedToAllButStaff(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isEqualTo(401);
        assertThat(WebSession.of(this.port, TestPeople.MANAGER, "cockpit").get(path).statusCode()).isEqualTo(403);
        assertThat(WebSession.of(this.port, TestPeople.STRANGER, "tasklist").get(path).statusCode()).isIn(401, 403);
        assertThat(staff().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyMakesThemselvesAdministrator() {
        WebSession nobody = WebSession.ofNobody(this.port);
        nobody.get("/camunda/app/admin/default/");
        assertThat(nobody
            .send("POST", "/camunda/api/admin/setup/default/user/create",
                    "{\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"x\"}}")
            .statusCode()).isEqualTo(404);
    }

    @Test
    void aChangeFromAnotherSiteIsRefusedAndTheSessionLivesOn() {
        WebSession staff = staff();
        String path = "/desk/enrolments/TLS-2026-00001/approval";
        assertThat(staff.sendFromAnotherSite("POST", path, "{\"form\":{},\"reason\":\"\"}").statusCode())
            .isEqualTo(403);
        assertThat(staff.get(ENGINE + "/process-definition/count").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "/approval;{}", "/approval;{\"form\":{\"DOMAIN\":null},\"reason\":\"\"}",
            "/approval;{\"form\":{\"WEATHER\":\"sun\"},\"reason\":\"\"}", "/refusal;nonsense" })
    void aDecisionThatIsNoneIsABadRequest(String path, String body) {
        assertThat(staff().send("POST", "/desk/enrolments/TLS-2026-00001" + path, body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({ "//desk/mails/1", "/tls/..;/desk/mails/1", "/desk;x=y/mails/1", "/%64esk/mails/1",
            "/tls/../desk/mails/1", "/desk/./mails/1", "/DESK/mails/1" })
    void noSpellingOfAPathGetsAroundTheGuard(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isIn(400, 401, 404);
    }

    @Test
    void theEnginesRestInterfaceAndTheActuatorAreClosed() {
        WebSession nobody = WebSession.ofNobody(this.port);
        assertThat(nobody.get("/engine-rest/task").statusCode()).isEqualTo(404);
        assertThat(Stream.of("env", "beans", "heapdump", "metrics")
            .map((endpoint) -> nobody.get("/actuator/" + endpoint).statusCode())).containsOnly(404);
        assertThat(nobody.get("/actuator/health").body()).doesNotContain("details");
    }

    @Test
    void pagesUnderLoadKeepTheirOwnNonce() {
        WebSession nobody = WebSession.ofNobody(this.port);
        assertThat(Stream.generate(() -> "/camunda/app/tasklist/default/").limit(200).parallel().map(nobody::get))
            .allSatisfy((page) -> {
                String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
                String nonce = policy.replaceFirst("(?s).*'nonce-([^']+)'.*", "$1");
                assertThat(page.body()).contains("nonce=\"" + nonce + "\"");
            });
    }

    private WebSession staff() {
        return WebSession.of(this.port, TestPeople.STAFF, "tasklist");
    }

}
