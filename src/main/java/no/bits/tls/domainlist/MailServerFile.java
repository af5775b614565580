package no.bits.tls.domainlist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.identifier.DomainName;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * A file that one mail server loads: its recipe in {@code exports/}, with a line for each
 * domain. Exact domains only, never those below them.
 */
enum MailServerFile {

    /** A policy map. */
    POSTFIX_OUTBOUND("postfix-outbound.txt", "%s verify protocols=>=TLSv1.2 servername=hostname", true),

    /** A sender access map. */
    POSTFIX_INBOUND("postfix-inbound.txt", "%s reject_plaintext_session", true),

    /** A domain file for a router and an ACL. */
    EXIM("exim-domains.txt", "%s", true),

    /** Rows of the access map. */
    SENDMAIL("sendmail-access.txt", "TLS_Rcpt:%s\tPERM+VERIFY:128", false),

    /** A script that makes connectors both ways. */
    EXCHANGE_ONLINE("exchange-online.ps1", "  '%s'", false),

    /** A script that makes send connectors. */
    EXCHANGE_SERVER("exchange-server.ps1", "  '%s'", false),

    /** One line for the bulk field of an address list. */
    GOOGLE_WORKSPACE("google-workspace.txt", "%s", false) {
        @Override
        String separator() {
            return ", ";
        }
    },

    /** Domains for destination controls and for an address list. */
    CISCO("cisco-secure-email.txt", "%s", false),

    /** Rows of {@code tls.ini}. */
    HARAKA("haraka-tls.ini", "force_tls_hosts[]=%s", false),

    /** The domains and nothing else. */
    PLAIN("domains.txt", "%s", false);

    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("{{", "}}", null, null,
            false);

    private final String fileName;

    private final String line;

    private final boolean unicodeToo;

    MailServerFile(String fileName, String line, boolean unicodeToo) {
        this.fileName = fileName;
        this.line = line;
        this.unicodeToo = unicodeToo;
    }

    String fileName() {
        return this.fileName;
    }

    String separator() {
        return "\n";
    }

    /**
     * Writes the newest version for one reader.
     * @param edition the version
     * @param own the reader's own domains, which are left out
     * @param today the day on which it is fetched
     * @return the whole file
     */
    byte[] write(Edition edition, Collection<DomainName> own, LocalDate today) {
        Set<DomainName> excluded = Set.copyOf(own);
        List<DomainName> domains = edition.rows()
            .stream()
            .map(ListedDomain::domain)
            .filter((domain) -> !excluded.contains(domain))
            .sorted()
            .toList();
        DomainListVersion version = edition.version();
        Function<String, String> words = (name) -> switch (name) {
            case "version" -> String.valueOf(version.number());
            case "published" -> version.publishedAt().atZone(OsloTime.ZONE).toOffsetDateTime().toString();
            case "checksum" -> version.sha256();
            case "count" -> String.valueOf(domains.size());
            case "excluded" -> excluded.isEmpty() ? "none"
                    : excluded.stream().sorted().map(DomainName::ascii).collect(Collectors.joining(" "));
            case "validUntil" -> Quarter.of(today).next().firstWorkingDay().toString();
            case "domains" -> domains.stream().flatMap(this::lines).collect(Collectors.joining(separator()));
            default -> throw new IllegalArgumentException("%s asks for {{%s}}".formatted(this.fileName, name));
        };
        return PLACEHOLDERS.replacePlaceholders(recipe(), words::apply).getBytes(StandardCharsets.UTF_8);
    }

    static Optional<MailServerFile> named(String fileName) {
        return Stream.of(values()).filter((file) -> file.fileName.equals(fileName)).findFirst();
    }

    private Stream<String> lines(DomainName domain) {
        Stream<String> names = this.unicodeToo ? Stream.of(domain.ascii(), domain.unicode()).distinct()
                : Stream.of(domain.ascii());
        return names.map(this.line::formatted);
    }

    private String recipe() {
        try {
            return new ClassPathResource("exports/" + this.fileName).getContentAsString(StandardCharsets.UTF_8);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The recipe of %s cannot be read".formatted(this.fileName), ex);
        }
    }

}
