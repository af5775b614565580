package no.bits.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.JavaPackage;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what the README tells against what is there. */
class ReadmeTests {

    private static final Pattern PROCESS = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\|");

    private static final Pattern LINK = Pattern.compile("\\]\\((?!http|#)([^)#]+)\\)");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^    (\\w+)\\[");

    private static final Pattern ARROWS = Pattern.compile("(?m)^    ([\\w &]+) --> ([\\w &]+)$");

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
    void drawsAnArrowForEachNeighbourThatAPackageDeclares() throws Exception {
        Set<String> drawn = ARROWS.matcher(Files.readString(Path.of("README.md")))
            .results()
            .flatMap((line) -> arrows(line.group(1).split(" & "), line.group(2).split(" & ")))
            .collect(Collectors.toSet());
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(ApplicationModules.of(BackOfficeApplication.class)
            .stream()
            .flatMap((module) -> arrows(new String[] { module.getIdentifier().toString() },
                    neighboursOf(module.getBasePackage())))
            .toList());
    }

    @Test
    void linksOnlyToWhatIsThere() throws Exception {
        assertThat(found(LINK)).allSatisfy((target) -> assertThat(Path.of(target)).exists());
    }

    private static Stream<String> arrows(String[] from, String[] to) {
        return Stream.of(from).flatMap((one) -> Stream.of(to).map((other) -> one + " --> " + other));
    }

    private static String[] neighboursOf(JavaPackage module) {
        return module.findAnnotation(ApplicationModule.class).orElseThrow().allowedDependencies();
    }

    private static Stream<String> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map((MatchResult match) -> match.group(1));
    }

}
