package no.bits.tls.login;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.workflow.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logging in at an identity provider, which starts after us, and the engine's REST
 * interface switched on. The provider is on {@code localhost} and we on
 * {@code 127.0.0.1}: browsers share the cookies of all ports.
 */
@BackOfficeTest
@DirtiesContext
class ProviderLoginTests {

    private static final String CLIENTS = "spring.security.oauth2.client.";

    private static final int PROVIDER_PORT = freePort();

    private static @Nullable IdentityProvider provider;

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        client(settings, "provider", "openid,profile,email", "Bits-kontoen");
        client(settings, "older", "profile", "older");
        settings.add(CLIENTS + "provider.provider.issuer-uri", () -> "http://localhost:" + PROVIDER_PORT);
        settings.add("backoffice.login.groups.staff", () -> "case-workers");
        settings.add("backoffice.login.groups.manager", () -> "chiefs");
        settings.add("backoffice.login.groups.admin", () -> "keepers");
        settings.add("backoffice.engine-rest.enabled", () -> "true");
    }

    private static void client(DynamicPropertyRegistry settings, String id, String scope, String name) {
        String client = CLIENTS + "registration." + id;
        settings.add(client + ".provider", () -> "provider");
        settings.add(client + ".client-id", () -> "back-office");
        settings.add(client + ".client-secret", () -> "secret");
        settings.add(client + ".scope", () -> scope);
        settings.add(client + ".client-name", () -> name);
    }

    @AfterAll
    static void stopProvider() {
        Objects.requireNonNull(provider).close();
        provider = null;
    }

    @Test
    void staffLandWhereTheyWantedToGoAndWorkThere() {
        provider().put("kari.nordmann", "everybody", "case-workers");
        try (Browser browser = Browser.open()) {
            Page room = logIn(browser, "/desk/mailroom", "kari.nordmann");
            assertThat(room).hasURL(address("/desk/mailroom"));
            assertThat(room.locator("h1")).hasText("Postrom");
            assertThat(send(room, "/desk/mails/0/act")).as("let in, but nothing to act on").isEqualTo(400);
            Page tasklist = browser.visit(address("/camunda/app/tasklist/default/"));
            assertThat(tasklist.locator(".account")).containsText("kari nordmann");
            assertThat(tasklist.getByText("Nye innmeldinger").first()).isVisible();
            assertThat(browser.visit(address("/camunda/app/cockpit/default/")).locator("h1"))
                .hasText("Du har ikke adgang hit");
            assertThat(rolesOf("kari.nordmann@bits.example")).containsExactly(Role.STAFF.group());
        }
    }

    @Test
    void aManagerSeesCockpitAndNoMail() {
        provider().put("mona.leder", "chiefs");
        try (Browser browser = Browser.open()) {
            Page cockpit = logIn(browser, "/camunda/app/cockpit/default/", "mona.leder");
            assertThat(cockpit.locator(".account")).containsText("mona leder");
            assertThat(statusOf(cockpit, "/desk/mailroom")).isEqualTo(403);
            assertThat(statusOf(cockpit, "/camunda/app/admin/default/")).isEqualTo(403);
        }
    }

    @Test
    void anAdministratorSeesAdminAndWhoHasLookedAtWhat() {
        provider().put("arne.admin", "keepers");
        try (Browser browser = Browser.open()) {
            Page audit = logIn(browser, "/desk/audit", "arne.admin");
            assertThat(audit.locator("tbody th").first()).hasText("arne.admin@bits.example");
            assertThat(browser.visit(address("/camunda/app/admin/default/")).locator(".account"))
                .containsText("arne admin");
        }
    }

    @Test
    void whoHasNoRoleReadsWhatToDo() {
        provider().put("per.fremmed", "everybody");
        try (Browser browser = Browser.open()) {
            Page page = logIn(browser, "/camunda/app/tasklist/default/", "per.fremmed");
            assertThat(page).hasURL(address("/login/refused?why=no-role"));
            assertThat(page.locator("main")).containsText("Be en administrator");
            assertThat(page.locator("[lang=en]")).containsText("Ask an administrator");
            browser.screenshot(page, "login-refused");
            assertThat(browser.barriers(page)).isEmpty();
        }
        assertThat(this.identities.createUserQuery().userId("per.fremmed@bits.example").count()).isZero();
    }

    @Test
    void whoComesWithoutAnIdTokenIsNobody() {
        provider().put("ida.uten", "keepers");
        try (Browser browser = Browser.open()) {
            Page page = provider().logIn(browser, address("/camunda/app/admin/default/"), "ida.uten", "older");
            assertThat(page).hasURL(address("/login/refused?why=provider"));
        }
    }

    @Test
    void nobodyTakesOverALocalUser() {
        provider().put(TestPeople.ADMIN, "keepers");
        try (Browser browser = Browser.open()) {
            Page page = logIn(browser, "/camunda/app/admin/default/", TestPeople.ADMIN);
            assertThat(page).hasURL(address("/login/refused?why=name-taken"));
        }
        assertThat(this.identities.checkPassword(TestPeople.ADMIN, TestPeople.ADMIN)).as("as before").isTrue();
    }

    @Test
    void aRoleThatIsTakenAwayThereIsTakenAwayHereAndOtherGroupsStay() {
        provider().put("lise.flink", "case-workers", "chiefs");
        group("choir");
        try (Browser browser = Browser.open()) {
            Page page = logIn(browser, "/desk/mailroom", "lise.flink");
            this.identities.createMembership("lise.flink@bits.example", "choir");
            assertThat(rolesOf("lise.flink@bits.example")).containsExactlyInAnyOrder(Role.STAFF.group(),
                    Role.MANAGER.group(), "choir");
            provider().put("lise.flink", "chiefs");
            forgetUs(page);
            assertThat(comeBack(browser).locator("h1")).hasText("Bekreftelser");
            assertThat(rolesOf("lise.flink@bits.example")).containsExactlyInAnyOrder(Role.MANAGER.group(), "choir");
            provider().put("lise.flink");
            forgetUs(page);
            assertThat(comeBack(browser)).hasURL(address("/login/refused?why=no-role"));
            assertThat(rolesOf("lise.flink@bits.example")).containsExactly("choir");
        }
    }

    @Test
    void whoLogsOutIsLoggedOutHereAndThere() {
        provider().put("ola.ut", "case-workers");
        try (Browser browser = Browser.open()) {
            Page page = logIn(browser, "/camunda/app/tasklist/default/", "ola.ut");
            page.locator(".account .dropdown-toggle").click();
            page.locator(".logout a").click();
            assertThat(page).hasURL(address("/login/ended"));
            assertThat(page.locator("h1")).hasText("Du er logget ut");
            browser.screenshot(page, "login-ended");
            assertThat(browser.barriers(page)).isEmpty();
            page.getByText("Logg inn igjen").click();
            assertThat(page).hasURL(address("/login"));
            browser.screenshot(page, "login-choice");
            assertThat(browser.barriers(page)).isEmpty();
            page.getByText("Bits-kontoen").click();
            assertThat(page).hasURL(Pattern.compile("http://localhost:%d/login.*".formatted(PROVIDER_PORT)));
        }
    }

    @Test
    void aPasswordOfOursOpensNothing() {
        WebSession session = WebSession.ofNobody(this.port);
        assertThat(session.logIn(TestPeople.ADMIN, TestPeople.ADMIN, "admin").statusCode()).isEqualTo(401);
        assertThat(session.get("/camunda/api/engine/engine/default/user").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({ "/camunda/app/tasklist/default/,401", "/camunda/app/tasklist/scripts/desk.js,401",
            "/camunda/api/engine/engine/,401", "/camunda/api/admin/auth/user/default,401", "/desk/mails,401",
            "/desk/mailroom.css,401", "/tls,200", "/tls/list.css,200", "/actuator/health/liveness,200",
            "/tls/milestone/x,404", "/nothing,404", "/login/ended,200", "/login/refused,403", "/login/way,200" })
    void insideIsClosedAndThePublicPagesAreOpen(String path, int status) {
        var answer = WebSession.ofNobody(this.port).get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "//desk/mails/1", "/tls/..;/desk/mails/1", "/desk;x=y/mails/1", "/%64esk/mails/1",
            "/tls/../desk/mails/1", "/desk/./mails/1", "/DESK/mails/1", "/%63amunda/api/engine/engine/",
            "/camunda;x/api/engine/engine/", "//camunda/api/engine/engine/", "/tls/..;/camunda/api/engine/engine/" })
    void noSpellingOfAPathGetsAroundTheDoors(String path) {
        assertThat(WebSession.ofNobody(this.port).get(path).statusCode()).isIn(400, 401, 404);
    }

    @ParameterizedTest
    @CsvSource({ "/engine-rest/engine", "/engine-rest/engine/", "/engine-rest/task",
            "/engine-rest/engine/default/process-definition", "/engine-rest/", "/%65ngine-rest/engine" })
    void theEnginesRestInterfaceIsOpenToWhoShowsAPassword(String path) throws Exception {
        assertThat(program("").send("GET", path)).isIn(401, 404);
        assertThat(program("ada:wrong").send("GET", path)).isIn(401, 404);
        assertThat(program("ada:ada").ofPage("https://elsewhere.example").send("GET", path)).isEqualTo(403);
    }

    @Test
    void overItEverybodyMayDoWhatTheyMay() throws Exception {
        assertThat(program("kari:kari").send("GET", "/engine-rest/engine")).isEqualTo(200);
        assertThat(program("kari:kari").send("GET", "/engine-rest/process-definition")).isEqualTo(200);
        assertThat(program("kari:kari").send("DELETE", "/engine-rest/user/nobody")).isEqualTo(403);
        assertThat(program("kari:kari").send("POST", "/engine-rest/task")).as("an expression in a branch")
            .isEqualTo(400);
    }

    private Page logIn(Browser browser, String path, String person) {
        return provider().logIn(browser, address(path), person, "Bits-kontoen");
    }

    /** Ends the session here; the one at the provider goes on. */
    private static void forgetUs(Page page) {
        page.context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
    }

    private Page comeBack(Browser browser) {
        Page page = browser.visit(address("/desk/figures/ledger"));
        page.getByText("Bits-kontoen").click();
        return page;
    }

    private static Object statusOf(Page page, String path) {
        return page.evaluate("(path) => fetch(path).then((answer) => answer.status)", path);
    }

    private static Object send(Page page, String path) {
        return page.evaluate("""
                (path) => fetch(path, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json',
                  'X-XSRF-TOKEN': document.querySelector('meta[name=desk-token]').content } })
                  .then((answer) => answer.status)""", path);
    }

    private Program program(String password) {
        return new Program("http://127.0.0.1:" + this.port, password, "");
    }

    private List<String> rolesOf(String user) {
        return this.identities.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    }

    private void group(String name) {
        Group group = this.identities.newGroup(name);
        group.setName(name);
        this.identities.saveGroup(group);
    }

    private IdentityProvider provider() {
        if (provider == null) {
            provider = IdentityProvider.start(PROVIDER_PORT, address(""));
        }
        return provider;
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(this.port, path);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
        catch (IOException ex) {
            throw new IllegalStateException("This machine has no free port", ex);
        }
    }

}
