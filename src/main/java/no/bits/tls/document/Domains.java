package no.bits.tls.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import no.bits.tls.identifier.DomainName;

/** The domains in an answer: separated by whatever people separate words with. */
final class Domains {

    private static final Pattern ASIDE = Pattern.compile("\\((?![^)]*\\.\\p{L})[^)]*\\)");

    private static final Pattern SEPARATOR = Pattern
        .compile("[\\s,;|•·●▪◦‣+&\\u2022]+|(?<![:/])/(?!/)(?=\\S*\\.)|(?<!\\S)(?:\\d{1,2}[.)]|[-*–—])(?=\\s)");

    private static final Pattern WRAPPING = Pattern
        .compile("^(?:[\"'«»“”<(\\[{–—-]|\\*(?!\\.))+|[\"'«»“”>)\\]}.!:–—-]+$");

    private static final Set<String> JOINING = Set.of("og", "and", "samt", "both", "både", "inkl", "incl", "including",
            "inkludert", "med", "with", "domene", "domener", "domenet", "domenene", "domain", "domains", "alle", "all",
            "under", "underdomener", "subdomains", "subdomain", "underdomene", "hoveddomene", "the", "or", "eller",
            "as", "well", "også", "also", "in", "addition", "i", "tillegg");

    private Domains() {
    }

    /**
     * Reads the domains.
     * @param answer what somebody wrote
     * @return each domain once, A-labels; what cannot be one as typed
     */
    static List<Value> in(String answer) {
        List<Value> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String piece : SEPARATOR.split(ASIDE.matcher(answer).replaceAll(" "))) {
            String word = WRAPPING.matcher(piece).replaceAll("");
            if (!word.isEmpty() && !JOINING.contains(word.toLowerCase(Locale.ROOT))
                    && !new Cell(0, 1, word).isBlank()) {
                Value value = value(word);
                if (seen.add(value.text())) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static Value value(String word) {
        Optional<DomainName> domain = DomainName.parse(word);
        return domain.map((name) -> Value.of(name.ascii())).orElseGet(() -> Value.asTyped(word));
    }

}
