package no.bits.tls.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import no.bits.tls.evidence.Failure.Source;
import no.bits.tls.identifier.EmailAddress;

/**
 * Reads the text of a returned mail where the report itself is gone, as when it was
 * forwarded inline or pasted: whatever server wrote it, a recipient stands on a line of
 * its own or in a sentence that says that nothing was delivered, and what went wrong
 * follows.
 */
final class ReturnedTextReader {

    private static final int MOST_LINES = 2000;

    private static final int LONGEST_BLOCK = 25;

    private static final String ADDRESS = "([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}0-9.-]{1,253}[\\p{L}0-9])";

    private static final Pattern ALONE = Pattern.compile(
            "^[\\s•*-]*<?" + ADDRESS + ">?(?:<mailto:[^>]*>)?[:.,]?(?:\\s+\\((?:[^)]*)\\):?|\\.\\.\\. .*|:\\s+(.*))?$");

    private static final Pattern NAMED = Pattern.compile("^[^:@]{1,80}\\(" + ADDRESS + "\\)(?:\\s?<mailto:[^>]*>)?:?$");

    private static final Pattern SENTENCE = Pattern.compile(
            "(?i)(?=.*(?:n't|not|never|unable|fail|deliver|bounce|reject|ikke|mislyk|avvis|lever)).*\\b(?:to|til)\\b[\\s:*'\"]*<?"
                    + ADDRESS);

    private static final Pattern UNDELIVERED = Pattern.compile(
            "(?i)(?:n't|not|never|unable|fail|ikke|mislyk|avvis)\\w*.{0,60}?(?:deliver|sent|lever|send)|(?:deliver|lever)\\w*.{0,60}?(?:fail|not|n't|ikke|mislyk)|bounced|rejected");

    private static final Pattern ERROR = Pattern
        .compile("(?i)\\b[45]\\d\\d[ -]\\S|(?<![\\d.])[45]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])"
                + "|time[d]? ?out|timeout exceeded|connection refused|unrouteable|certificate|\\b(?:START)?TLS\\b(?!@)|does not like recipient|not trusted|not verified");

    private static final Pattern HEADER = Pattern.compile(
            "(?i)^(?:From|To|Cc|Bcc|Reply-To|Sender|Sent|Subject|Date|Received|Return-Path|Message-ID|Fra|Til|Kopi|Emne|Sendt|Dato"
                    + "|X-[\\w-]+|Auto-Submitted|In-Reply-To|References|DKIM-Signature|[\\w-]+-Recipient|Reporting-MTA)\\s*:.*");

    private final List<Failure> failures = new ArrayList<>();

    private final List<String> block = new ArrayList<>();

    private Optional<EmailAddress> recipient = Optional.empty();

    private boolean undelivered;

    private ReturnedTextReader() {
    }

    static List<Failure> read(String text) {
        ReturnedTextReader reader = new ReturnedTextReader();
        Lines.of(text).stream().limit(MOST_LINES).map(String::strip).forEach(reader::take);
        reader.close();
        return reader.failures;
    }

    private void take(String line) {
        Optional<EmailAddress> begun = HEADER.matcher(line).matches() || MailLogReader.begins(line) ? Optional.empty()
                : recipientIn(line);
        if (begun.isPresent()) {
            close();
            this.recipient = begun;
            this.undelivered = UNDELIVERED.matcher(line).find();
        }
        if (this.recipient.isPresent() && this.block.size() < LONGEST_BLOCK && !HEADER.matcher(line).matches()) {
            this.block.add(line);
        }
    }

    private void close() {
        this.recipient.ifPresent((to) -> {
            String said = said();
            if (this.undelivered || !said.isEmpty()) {
                Words words = Words.of(said.isEmpty() ? this.block.get(0) : said);
                Source source = said.isEmpty() ? Source.PROSE : Source.RETURNED_TEXT;
                this.failures
                    .add(Failure.of(source, to, to.domain(), Place.in(String.join(" ", this.block)), words, null));
            }
        });
        this.recipient = Optional.empty();
        this.block.clear();
    }

    /** From the first line that names an error until it ends. */
    private String said() {
        StringBuilder said = new StringBuilder();
        boolean open = false;
        for (String line : this.block) {
            open = ERROR.matcher(line).find() || open && !line.isBlank();
            if (open) {
                said.append(line).append('\n');
            }
        }
        return said.toString().strip();
    }

    private static Optional<EmailAddress> recipientIn(String line) {
        for (Pattern pattern : List.of(ALONE, NAMED, SENTENCE)) {
            Matcher found = pattern.matcher(line);
            if (found.lookingAt()) {
                return EmailAddress.parse(found.group(1).replaceFirst("\\.+$", ""));
            }
        }
        return Optional.empty();
    }

}
