package no.bits.tls.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Page;
import no.bits.tls.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Starts the demo as a newcomer does, kills it, and starts it again. */
class DemoDeskTests {

    @TempDir
    Path folder;

    @Test
    void mailsACaseMovesTheClockAndGoesOnAfterAKill() throws Exception {
        try (Browser browser = Browser.open()) {
            try (RunningDemo demo = RunningDemo.in(this.folder)) {
                Page desk = browser.visit(demo.desk());
                assertThat(desk.locator(".samples button:text-is('Send')").count()).isEqualTo(17);
                desk.locator("button[aria-label='Send e-posten fra Einebær Pensjonskasse']").click();
                assertThat(desk.locator(".done").textContent()).contains("Einebær Pensjonskasse");
                desk.locator("button:text-is('Tre måneder')").click();
                assertThat(desk.locator(".done").textContent()).contains("Klokken er stilt frem");
                browser.screenshot(desk, "demo-desk");
                demo.process().destroyForcibly().waitFor();
            }
            try (RunningDemo demo = RunningDemo.in(this.folder)) {
                assertThat(browser.visit(demo.desk()).locator("#clock ~ .hint").first().textContent())
                    .containsPattern("(8|9)\\d dager foran");
            }
            assertThat(browser.errors()).isEmpty();
        }
    }

    /**
     * A demo in a process of its own.
     *
     * @param process the process
     * @param desk where its desk is
     */
    private record RunningDemo(Process process, String desk) implements AutoCloseable {

        static RunningDemo in(Path folder) throws IOException {
            int port = freePort();
            Path output = folder.resolve("output-" + port);
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Duser.timezone=UTC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                    DemoApplication.class.getName(), "--server.port=" + port, "--demo.smtp-port=" + freePort(),
                    "--demo.imap-port=" + freePort(), "--demo.state=" + folder.resolve("state"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
            await().atMost(Duration.ofMinutes(3))
                .until(() -> !process.isAlive() || Files.readString(output).contains("is running (demo)"));
            assertThat(process.isAlive()).as(() -> read(output)).isTrue();
            return new RunningDemo(process, "http://localhost:%d/demo".formatted(port));
        }

        @Override
        public void close() throws InterruptedException {
            this.process.destroy();
            assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            }
            catch (IOException ex) {
                throw new UncheckedIOException("The output of the demo cannot be read", ex);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

    }

}
