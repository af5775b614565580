package no.bits.tls.identifier;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail domain in its A-label form (RFC 5890): lower case letters, digits and hyphens,
 * at least two labels.
 *
 * @param ascii the A-label form, without a trailing dot, for example
 * {@code xn--blskogstjerne-qfb.example}
 */
public record DomainName(String ascii) implements Comparable<DomainName> {

    private static final Pattern LABELS = Pattern
        .compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])");

    public DomainName {
        if (ascii.length() > 253 || !LABELS.matcher(ascii).matches()) {
            throw new IllegalArgumentException(
                    "%s is no mail domain: letters, digits and hyphens with a dot between are needed".formatted(ascii));
        }
    }

    /**
     * The domain that a word such as {@code https://www.Blåbank.no/}, {@code @blåbank.no}
     * or {@code blåbank.no.} means.
     * @param word one word, without white space inside
     * @return the domain, or nothing where the word cannot be one
     */
    public static Optional<DomainName> parse(String word) {
        return ofHost(word.strip()
            .replaceFirst("^(?:[A-Za-z]+://|(?i:mailto):)", "")
            .replaceFirst("[/:?#].*$", "")
            .replaceFirst("^.*@", "")
            .replaceFirst("^(?:\\*\\.|(?i:www)\\.(?=[^.]+\\.))", "")
            .replaceFirst("\\.+$", ""));
    }

    /**
     * The domain of exactly this host name, in U-label or A-label form.
     * @param host a host name and nothing else
     * @return the domain, or nothing where it cannot be one
     */
    public static Optional<DomainName> ofHost(String host) {
        try {
            String folded = Normalizer.normalize(host, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            return Optional.of(new DomainName(IDN.toASCII(folded, IDN.USE_STD3_ASCII_RULES)));
        }
        catch (IllegalArgumentException ex) {
            return Optional.empty();
        }
    }

    /** The form for people: {@code blåskogstjerne.example}. */
    public String unicode() {
        return this.ascii.contains("xn--") ? IDN.toUnicode(this.ascii) : this.ascii;
    }

    @Override
    public int compareTo(DomainName other) {
        return this.ascii.compareTo(other.ascii);
    }

    @Override
    public String toString() {
        return this.ascii;
    }

}
