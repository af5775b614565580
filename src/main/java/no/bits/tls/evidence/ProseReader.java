package no.bits.tls.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import no.bits.tls.evidence.Failure.Source;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody writes in own words: which domains it is about, where it says that
 * mail fails at all. The cause is what the writer says it is, nothing more.
 */
final class ProseReader {

    private static final int MOST = 20;

    private static final int LONGEST = 20_000;

    private static final Pattern FAILS = Pattern.compile(
            "(?<!\\w)(?:ikke (?:\\w+ ){0,2}(?:levert|fram|frem)|kommer ikke|i retur|avvist|avvises|avviser|feilmelding\\w*|feiler|stopp(?:er|es|et)"
                    + "|får ikke (?:\\w+ ){0,3}(?:sendt|send|levert)|kan ikke (?:\\w+ ){0,2}(?:sende|levere\\w*)|undeliver\\w*|(?:not|n't) (?:be )?(?:delivered|arrive\\w*|reach\\w*)"
                    + "|fail\\w*|bounce\\w*|reject\\w*|(?:cannot|can't|unable to) (?:\\w+ ){0,2}(?:send|deliver\\w*)|handshake|TLS[- ]?(?:feil|error)\\w*"
                    + "|tilbyr ikke|utløpt|gått ut|expired|selvsignert|self-signed|[45]\\.7\\.\\d{1,3})(?!\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern NAMES = Pattern.compile(
            "(?<![\\p{L}\\d@.-])(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@)?(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?\\.){1,8}[\\p{L}]{2,24}(?![\\p{L}\\d@-])");

    private ProseReader() {
    }

    static List<Failure> read(String text) {
        String said = text.substring(0, Math.min(text.length(), LONGEST));
        if (!FAILS.matcher(said).find()) {
            return List.of();
        }
        Words words = Words.of(said);
        Map<DomainName, Failure> named = new LinkedHashMap<>();
        NAMES.matcher(said)
            .results()
            .map((found) -> found.group())
            .limit(200)
            .forEach((word) -> domain(word).filter((domain) -> named.size() < MOST)
                .ifPresent((domain) -> named.merge(domain, failure(recipient(word), domain, words, said),
                        (one, other) -> (one.recipient() != null) ? one : other)));
        return List.copyOf(named.values());
    }

    /** What is said is the whole mail, which the reader has before them. */
    private static Failure failure(@Nullable EmailAddress recipient, DomainName domain, Words words, String said) {
        Diagnosis diagnosis = Diagnosis.of(words.status(), said);
        return new Failure(Source.PROSE, recipient, domain, "", "", words.status(), "", null, diagnosis.cause(),
                diagnosis.aboutTls(), 1);
    }

    private static Optional<DomainName> domain(String word) {
        return DomainName.parse(word);
    }

    private static @Nullable EmailAddress recipient(String word) {
        return word.contains("@") ? EmailAddress.parse(word).orElse(null) : null;
    }

}
