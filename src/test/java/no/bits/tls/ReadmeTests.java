package no.bits.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what the README tells against what is there. */
class ReadmeTests {

    private static final Pattern PROCESS = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!http|#)([^)#]+)\\)");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^    (\\w+)\\[");

    @Test
    void listsEveryProcessAndNoOther() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            assertThat(found(PROCESS)).containsExactlyInAnyOrderElementsOf(
                    files.map((file) -> file.getFileName().toString().replace(".bpmn", "")).toList());
        }
    }

    @Test
    void drawsEveryPackageAndNoOther() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/no/bits/tls"))) {
            assertThat(found(PACKAGE)).containsExactlyInAnyOrderElementsOf(
                    files.filter(Files::isDirectory).map((file) -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void linksOnlyToWhatIsThere() throws Exception {
        assertThat(found(LINK)).allSatisfy((target) -> assertThat(Path.of(target)).exists());
    }

    private static Stream<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map((MatchResult match) -> match.group(1));
    }

}
