package no.bits.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Has Docker Compose itself read {@code docker-compose.yml}. */
class ComposeFileTests {

    private static final Path COMPLETE = Path.of("src", "test", "resources", "compose.env");

    @TempDir
    Path folder;

    @BeforeAll
    static void composeIsInstalled() {
        boolean installed = Files.isExecutable(Path.of("/usr/bin/docker-compose"));
        String message = "NOT TESTED: docker-compose is not installed (Debian: apt-get install docker-compose)";
        if (!installed) {
            System.err.println(message);
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
        }
        Assumptions.assumeTrue(installed, message);
    }

    @Test
    void isValidAndChecksTheHealthOfAllThatRuns() throws Exception {
        Answer answer = config(COMPLETE);
        assertThat(answer.status()).as(answer.text()).isZero();
        assertThat(answer.text()).contains("pg_isready", "condition: service_healthy",
                "SPRING_DATASOURCE_URL: jdbc:postgresql://database:5432/backoffice");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void startsNothingWhileASettingIsEmpty(String setting) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(COMPLETE));
        lines.replaceAll((line) -> line.startsWith(setting + "=") ? setting + "=" : line);
        Answer answer = config(Files.write(this.folder.resolve("incomplete.env"), lines));
        assertThat(answer.status()).isNotZero();
        assertThat(answer.text()).contains("Set " + setting + " in .env");
    }

    @Test
    void namesInTheExampleWhatMustBeSetAndNothingElse() throws Exception {
        assertThat(Files.readAllLines(Path.of(".env.example")).stream().filter((line) -> line.contains("=")))
            .containsExactlyInAnyOrderElementsOf(settings().map((setting) -> setting + "=").toList());
    }

    static Stream<String> settings() throws IOException {
        return Files.readAllLines(COMPLETE).stream().map((line) -> line.substring(0, line.indexOf('=')));
    }

    private static Answer config(Path environment) throws Exception {
        Process process = new ProcessBuilder("/usr/bin/docker-compose", "--env-file", environment.toString(), "config")
            .redirectErrorStream(true)
            .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /**
     * What the command said.
     *
     * @param status its exit status
     * @param text its output
     */
    private record Answer(int status, String text) {
    }

}
