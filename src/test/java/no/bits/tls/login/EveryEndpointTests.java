package no.bits.tls.login;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.Golden;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks every endpoint there is as everybody there is. Whoever adds one decides who may:
 * {@code -Dgolden.update=true} writes the table, and a person reads it.
 */
@BackOfficeTest
class EveryEndpointTests {

    private static final String EXPLANATION = """
            # Who gets in where: the answers to nobody, staff, a manager and an administrator, each with a token of
            # their session and with ids of nothing. 401: log in; 403: not for you; 302: elsewhere, see the path.
            # Where somebody else gets another answer, 404, 400, 409 and 415 mean: come in, but that is not there,
            # or no such thing can be done to it. Where all four get 404 it is closed, or a link of a mail is missing.
            """;

    /** What the platform brings; {@code 'x'} is not there. */
    private static final List<String> PLATFORM = List.of("GET /camunda/app/welcome/default/",
            "GET /camunda/app/tasklist/default/", "GET /camunda/app/cockpit/default/",
            "GET /camunda/app/admin/default/", "GET /camunda/app/admin/default/setup/",
            "GET /camunda/app/tasklist/scripts/desk.js", "POST /camunda/api/admin/setup/default/user/create",
            "GET /camunda/api/admin/auth/user/default", "GET /camunda/api/engine/engine/",
            "GET /camunda/api/engine/engine/default/process-definition",
            "GET /camunda/api/engine/engine/default/process-instance", "GET /camunda/api/engine/engine/default/task",
            "POST /camunda/api/engine/engine/default/task", "GET /camunda/api/engine/engine/default/filter",
            "POST /camunda/api/engine/engine/default/filter/create", "GET /camunda/api/engine/engine/default/user",
            "GET /camunda/api/engine/engine/default/user/kari/profile",
            "POST /camunda/api/engine/engine/default/user/kari/unlock",
            "PUT /camunda/api/engine/engine/default/user/kari/credentials",
            "DELETE /camunda/api/engine/engine/default/user/x", "DELETE /camunda/api/engine/engine/default/group/x",
            "DELETE /camunda/api/engine/engine/default/group/camunda-admin/members/kari",
            "GET /camunda/api/engine/engine/default/authorization", "GET /camunda/api/engine/engine/default/deployment",
            "POST /camunda/api/engine/engine/default/deployment/create",
            "DELETE /camunda/api/engine/engine/default/deployment/x", "GET /camunda/api/engine/engine/default/job",
            "GET /camunda/api/engine/engine/default/incident", "GET /camunda/api/engine/engine/default/history/task",
            "GET /camunda/api/engine/engine/default/history/user-operation",
            "GET /camunda/api/engine/engine/default/history/variable-instance",
            "POST /camunda/api/engine/engine/default/task/x/complete",
            "POST /camunda/api/engine/engine/default/process-definition/key/x/start",
            "DELETE /camunda/api/engine/engine/default/process-instance/x",
            "GET /camunda/api/engine/engine/default/metrics/job-failed/sum",
            "GET /camunda/api/engine/engine/default/telemetry/data",
            "GET /camunda/api/engine/engine/default/schema/log",
            "GET /camunda/api/cockpit/plugin/base/default/process-definition/x/called-process-definitions",
            "GET /engine-rest/engine", "GET /engine-rest/task", "POST /engine-rest/deployment/create",
            "GET /actuator/env", "GET /actuator/heapdump", "GET /desk/mailroom.js");

    private static final Map<String, String> NOTHING = Map.of("caseNumber", "TLS-2020-99999", "participantId", "0",
            "number", "1", "page", "1", "domain", "nobody.example");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @LocalServerPort
    int port;

    @Autowired
    Collection<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everybodyGetsInWhereTheTableSaysAndNowhereElse() {
        Map<String, WebSession> people = people();
        String lines = endpoints().map((endpoint) -> "%-92s %s".formatted(endpoint,
                people.values().stream().map((person) -> answer(person, endpoint)).collect(Collectors.joining(" "))))
            .collect(Collectors.joining("\n"));
        Golden.assertMatches(EXPLANATION + lines + "\n", "access.txt");
    }

    @Test
    void noPageOfAnotherSiteChangesAnythingInAnAdministratorsName() {
        WebSession admin = WebSession.of(this.port, TestPeople.ADMIN, "admin");
        assertThat(endpoints().filter((endpoint) -> endpoint.contains(" /desk/") && !isReading(endpoint)))
            .hasSizeGreaterThan(20)
            .allSatisfy((endpoint) -> assertThat(
                    admin.sendFromAnotherSite(method(endpoint), address(endpoint), "{}").statusCode())
                .as(endpoint)
                .isEqualTo(403));
        assertThat(endpoints().filter((endpoint) -> endpoint.contains("/engine/default/") && !isReading(endpoint)))
            .hasSizeGreaterThan(8)
            .allSatisfy((endpoint) -> assertThat(WebSession.of(this.port, TestPeople.ADMIN, "admin")
                .sendFromAnotherSite(method(endpoint), address(endpoint), "{}")
                .statusCode()).as(endpoint).isEqualTo(403));
    }

    private Map<String, WebSession> people() {
        Map<String, WebSession> people = new LinkedHashMap<>();
        people.put("nobody", WebSession.ofNobody(this.port));
        people.get("nobody").get("/camunda/app/tasklist/default/");
        people.put("staff", WebSession.of(this.port, TestPeople.STAFF, "tasklist"));
        people.put("manager", WebSession.of(this.port, TestPeople.MANAGER, "cockpit"));
        people.put("admin", WebSession.of(this.port, TestPeople.ADMIN, "admin"));
        return people;
    }

    private Stream<String> endpoints() {
        return Stream
            .concat(PLATFORM.stream(),
                    this.mappings.stream()
                        .flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
                        .filter((entry) -> entry.getValue().getBeanType() != BasicErrorController.class)
                        .flatMap((entry) -> endpoints(entry.getKey())))
            .distinct()
            .sorted((one, other) -> sortable(one).compareTo(sortable(other)));
    }

    private static Stream<String> endpoints(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues()
            .stream()
            .flatMap((path) -> (methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream())
                .map((method) -> method + " " + path));
    }

    private static String sortable(String endpoint) {
        return endpoint.replaceFirst("(\\w+) (.*)", "$2 $1");
    }

    private static String answer(WebSession person, String endpoint) {
        return String.valueOf((isReading(endpoint) ? person.get(address(endpoint))
                : person.send(method(endpoint), address(endpoint), "{}"))
            .statusCode());
    }

    private static boolean isReading(String endpoint) {
        return READING.contains(method(endpoint));
    }

    private static String method(String endpoint) {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    /** The address of nothing. */
    private static String address(String endpoint) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{(\\w+):[^}]*\\}", "{$1}");
        for (Map.Entry<String, String> place : NOTHING.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place.getValue());
        }
        return path.replace("/sent/{id}", "/sent/00000000-0000-0000-0000-000000000000")
            .replace("{id}", "0")
            .replace("/tls/{name}", "/tls/domains.csv")
            .replaceAll("\\{\\w+\\}", "x")
            .replace("**", "x");
    }

}
