package no.bits.tls.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The words on the desk's pages. They are written in Norwegian where they are shown;
 * {@code desk-en.json}, which the scripts read too, says them in English.
 */
@Component("wording")
class Wording {

    private static final String CATALOGUE = "META-INF/resources/webjars/camunda/app/tasklist/locales/desk-en.json";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<String, String> english;

    Wording(ObjectMapper json) throws IOException {
        try (InputStream catalogue = new ClassPathResource(CATALOGUE).getInputStream()) {
            this.english = json.readValue(catalogue, new TypeReference<>() {
            });
        }
    }

    /**
     * Says something in the language of the reader.
     * @param norwegian the words; {@code {0}} and so on stand for the values
     * @param values what is put in
     * @return the words for the reader; as written where the catalogue lacks them
     */
    public String say(String norwegian, Object... values) {
        String words = DeskLanguage.ofReader().of(norwegian, this.english.getOrDefault(norwegian, norwegian));
        return PLACE.matcher(words)
            .replaceAll((place) -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
    }

    /** The code of the reader's language, for a page's {@code lang}. */
    public String language() {
        return DeskLanguage.ofReader().code();
    }

}
