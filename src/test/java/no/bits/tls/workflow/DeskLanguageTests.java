package no.bits.tls.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything that staff and managers read on our pages is there in both languages. */
class DeskLanguageTests {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private static final Path APPLICATIONS = RESOURCES
        .resolve(Path.of("META-INF", "resources", "webjars", "camunda", "app"));

    private static final List<Path> SPOKEN = List.of(Path.of("forms"), APPLICATIONS,
            RESOURCES.resolve(Path.of("static", "desk")), RESOURCES.resolve("templates"));

    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*'((?:[^'\\\\]|\\\\.)*)'");

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static final Pattern NAMED = Pattern
        .compile("<bpmn:(?!message|error)\\w+(?: (?!name=)\\w+=\"[^\"]*\")* name=\"([^\"]+)\"");

    private static final Pattern MARKUP_TEXT = Pattern.compile(">([^<>]*)<");

    @Test
    void whatIsSaidInNorwegianIsInTheCatalogueAndNothingElseIs() throws IOException {
        Map<String, String> catalogue = read(APPLICATIONS.resolve(Path.of("tasklist", "locales", "desk-en.json")));
        Set<String> said = new TreeSet<>();
        for (Path file : spokenFiles()) {
            SAID.matcher(Files.readString(file))
                .results()
                .map((found) -> found.group(1).replace("&amp;", "&"))
                .forEach(said::add);
        }
        assertThat(catalogue.keySet()).containsExactlyInAnyOrderElementsOf(said);
        assertThat(catalogue)
            .allSatisfy((norwegian, english) -> assertThat(places(english)).as(norwegian).isEqualTo(places(norwegian)));
    }

    @Test
    void noFormSpeaksPastTheCatalogue() throws IOException {
        for (Path form : files(Path.of("forms"), ".html")) {
            String markup = Files.readString(form)
                .replaceAll("(?s)<script.*?</script>", "")
                .replaceAll("(?s)\\{\\{.*?}}", "")
                .replaceAll("(?s)<ul lang=\"(nb|en)\">.*?</ul>", "");
            assertThat(MARKUP_TEXT.matcher(markup).results().map((found) -> found.group(1).strip())).as(form.toString())
                .noneMatch((text) -> text.matches("(?s).*\\p{L}{3}.*"));
        }
    }

    @Test
    void everyNameInADiagramHasANorwegianOne() throws IOException {
        Map<String, String> names = read(RESOURCES.resolve("names-nb.json"));
        assertThat(names.values()).as("they are set into XML as they are")
            .noneMatch((name) -> name.matches(".*[\"<&].*"));
        for (Path diagram : files(Path.of("processes"), ".bpmn")) {
            assertThat(NAMED.matcher(Files.readString(diagram)).results().map((found) -> found.group(1)))
                .as(diagram.toString())
                .allSatisfy((name) -> assertThat(names).containsKey(name));
        }
    }

    private static String places(String words) {
        return PLACE.matcher(words).results().map(MatchResult::group).sorted().collect(Collectors.joining());
    }

    private static List<Path> spokenFiles() throws IOException {
        return SPOKEN.stream()
            .flatMap((folder) -> Stream.of(".html", ".js").flatMap((ending) -> quietly(folder, ending)))
            .toList();
    }

    private static Stream<Path> quietly(Path folder, String ending) {
        try {
            return files(folder, ending).stream();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter((file) -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {
        });
    }

}
