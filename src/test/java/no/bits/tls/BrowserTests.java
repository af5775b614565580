package no.bits.tls;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserTests {

    @Test
    void opensPagesKeepsScreenshotsAndHearsTheConsole() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visit("data:text/html,<h1>Hei</h1><script>console.error('au')</script>");
            browser.screenshot(page, "browser");
            assertThat(page.locator("h1").textContent()).isEqualTo("Hei");
            assertThat(browser.errors()).singleElement().asString().startsWith("au");
            assertThat(Path.of("target", "screenshots", "browser.png")).exists();
        }
    }

}
