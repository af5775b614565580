package no.bits.tls.login;

import java.net.http.HttpResponse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import no.bits.tls.Patience;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Logging in with a password, rightly and wrongly. */
@BackOfficeTest
class LogInTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identities;

    @Test
    void aWrongPasswordLocksTheAccountForAMomentAndTellsNobodyThatItIsThere() {
        hire("lise");
        WebSession stranger = WebSession.ofNobody(this.port);
        HttpResponse<String> unknown = stranger.logIn("nobody", "guess", "tasklist");
        HttpResponse<String> wrong = stranger.logIn("lise", "guess", "tasklist");
        HttpResponse<String> locked = stranger.logIn("lise", "lise", "tasklist");
        assertThat(locked.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
        assertThat(withoutTime(locked)).isEqualTo(withoutTime(wrong)).isEqualTo(withoutTime(unknown));
        Patience.await().until(() -> stranger.logIn("lise", "lise", "tasklist").statusCode() != 401);
    }

    @Test
    void whoTypesAWrongPasswordReadsThatWaitingHelps() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("http://localhost:%d/camunda/app/tasklist/default/".formatted(this.port));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.locator("input[type=text]").first().fill("nobody");
            page.locator("input[type=password]").first().fill("guess");
            page.locator("button[type=submit]").click();
            assertThat(page.locator("[role=alert]").first()).containsText("Vent litt, og prøv igjen.");
        }
    }

    @Test
    void aLogInBeginsANewSession() {
        WebSession session = WebSession.ofNobody(this.port);
        session.get("/camunda/app/tasklist/default/");
        String before = session.id();
        session.logIn(TestPeople.STAFF, TestPeople.STAFF, "tasklist");
        assertThat(session.id()).isNotEqualTo(before);
        assertThat(session.get(ENGINE + "/process-definition/count").statusCode()).isEqualTo(200);
    }

    @Test
    void peopleMayBeCalledWhatIdentityProvidersCallThem() {
        hire("kari.nordmann@bits.example");
        assertThat(this.identities.checkPassword("kari.nordmann@bits.example", "kari.nordmann@bits.example")).isTrue();
    }

    private static String withoutTime(HttpResponse<String> answer) {
        return answer.body().replaceFirst("\"timestamp\":\"[^\"]+\"", "");
    }

    private void hire(String name) {
        User user = this.identities.newUser(name);
        user.setPassword(name);
        this.identities.saveUser(user);
    }

}
