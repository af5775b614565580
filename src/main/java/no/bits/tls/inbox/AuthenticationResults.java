package no.bits.tls.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.SenderAuthentication.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads what our own mail server wrote about a mail's sender: only the topmost
 * {@code Authentication-Results}, and only where it names our server (RFC 8601, 5).
 */
final class AuthenticationResults {

    private static final Pattern METHOD = Pattern.compile("\\s*[a-z][a-z0-9-]*\\s*=.*", Pattern.DOTALL);

    private final MailHeader header;

    private final @Nullable String server;

    AuthenticationResults(MailHeader header, @Nullable String server) {
        this.header = header;
        this.server = server;
    }

    SenderAuthentication sender() {
        if (MachineMail.isPassedOn(this.header)) {
            return SenderAuthentication.UNKNOWN;
        }
        Optional<EmailAddress> sender = oneSender();
        String domain = sender.map((address) -> address.domain().unicode()).orElse("");
        return new SenderAuthentication(sender.map(this::verdict).orElse(Verdict.AMBIGUOUS), domain);
    }

    private Optional<EmailAddress> oneSender() {
        var from = this.header.mailboxes("from");
        return (this.header.count("from") == 1 && from.size() == 1) ? EmailAddress.parse(from.get(0).getAddress())
                : Optional.empty();
    }

    private Verdict verdict(EmailAddress sender) {
        List<String> dmarc = results().stream().filter((result) -> method(result).equals("dmarc")).toList();
        if (dmarc.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return dmarc.stream().allMatch((result) -> passes(result, sender)) ? Verdict.PASS : Verdict.FAIL;
    }

    /**
     * What was found by each method, as our server writes it; empty where it is not ours.
     */
    private List<String> results() {
        List<String> parts = List.of(bare(this.header.value("authentication-results").orElse("")).split(";"));
        if (InboxSettings.EXCHANGE_ONLINE.equals(this.server)) {
            return METHOD.matcher(parts.get(0)).matches() ? parts : List.of();
        }
        String names = parts.get(0).strip().split("\\s", 2)[0];
        return names.equalsIgnoreCase(this.server) ? parts.subList(1, parts.size()) : List.of();
    }

    private static boolean passes(String result, EmailAddress sender) {
        String[] words = result.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return words[0].equals("dmarc=pass") && Arrays.stream(words)
            .filter((word) -> word.startsWith("header.from="))
            .map((word) -> DomainName.parse(word.substring("header.from=".length())))
            .anyMatch(Optional.of(sender.domain())::equals);
    }

    private static String method(String result) {
        return result.strip().toLowerCase(Locale.ROOT).split("=", 2)[0].strip();
    }

    /** Without comments and quoted words: a stranger's own words may stand in both. */
    private static String bare(String value) {
        StringBuilder bare = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\') {
                i++;
            }
            else if (character == '"' && depth == 0) {
                quoted = !quoted;
            }
            else if (!quoted && (character == '(' || character == ')')) {
                depth = Math.max(0, depth + ((character == '(') ? 1 : -1));
                bare.append(' ');
            }
            else if (!quoted && depth == 0) {
                bare.append(character);
            }
        }
        return bare.toString().replaceAll("\\s*=\\s*", "=");
    }

}
