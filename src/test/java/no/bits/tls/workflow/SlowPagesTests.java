package no.bits.tls.workflow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Browser;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The desks behind a slow line. */
@BackOfficeTest
class SlowPagesTests {

    /** What RequireJS waits before it gives up is 7 seconds. */
    private static final long TOO_SLOW_FOR_REQUIRE_JS = TimeUnit.MILLISECONDS.toNanos(8_500);

    private static final long LATER_THAN_ITS_NEIGHBOURS = TimeUnit.MILLISECONDS.toNanos(1_500);

    @LocalServerPort
    int port;

    @Test
    void aPageIsWholeHoweverLateItsPartsCome() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("about:blank");
            page.route("**/lib/globalize.js*", (route) -> resume(route, TOO_SLOW_FOR_REQUIRE_JS));
            page.route("**/scripts/desk.js*", (route) -> resume(route, LATER_THAN_ITS_NEIGHBOURS));
            page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(this.port));
            assertThat(page.locator("input[type=password]").first()).isVisible();
            assertThat(browser.errors()).noneMatch((error) -> error.contains("TypeError"));
        }
    }

    private static void resume(Route route, long nanos) {
        LockSupport.parkNanos(nanos);
        route.resume();
    }

}
