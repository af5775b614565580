package no.bits.tls.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The platform's applications in Norwegian: whole, and in its own words where it counts.
 */
class LocalesTests {

    private static final String LABELS = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)[^}]*}}");

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = { "tasklist", "cockpit", "admin", "welcome" })
    void everyLabelHasItsNorwegianWords(String application) throws IOException {
        Map<String, String> english = labels(application, "en");
        Map<String, String> norwegian = labels(application, "nb");
        assertThat(norwegian.keySet()).isEqualTo(english.keySet());
        assertThat(english).allSatisfy((label, words) -> {
            String said = norwegian.getOrDefault(label, "");
            assertThat(said.isBlank()).as(label).isEqualTo(words.isBlank());
            assertThat(places(said)).as(label).isEqualTo(places(words));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "tasklist", "cockpit", "admin" })
    void datesAreNorwegianToo(String application) throws IOException {
        JsonNode dates = read(application, "nb").get("dateLocales");
        assertThat(dates.fieldNames()).toIterable()
            .containsExactlyInAnyOrderElementsOf(() -> readQuietly(application).get("dateLocales").fieldNames());
        assertThat(dates.get("months").get(4).asText()).isEqualTo("mai");
        assertThat(dates.get("weekdays").get(6).asText()).isEqualTo("lørdag");
        assertThat(dates.get("week").get("dow").asInt()).isOne();
    }

    private static List<String> places(String words) {
        List<String> places = new ArrayList<>(
                PLACE.matcher(words).results().map((MatchResult found) -> found.group(1)).toList());
        Collections.sort(places);
        return places;
    }

    private static Map<String, String> labels(String application, String language) throws IOException {
        return new TreeMap<>(
                JSON.convertValue(read(application, language).get("labels"), new TypeReference<Map<String, String>>() {
                }));
    }

    private static JsonNode readQuietly(String application) {
        try {
            return read(application, "en");
        }
        catch (IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The platform's own file begins with a byte order mark. */
    private static JsonNode read(String application, String language) throws IOException {
        try (InputStream file = LocalesTests.class.getResourceAsStream(LABELS.formatted(application, language))) {
            assertThat(file).as(application).isNotNull();
            return JSON.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""));
        }
    }

}
