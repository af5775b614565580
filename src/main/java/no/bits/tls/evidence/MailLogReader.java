package no.bits.tls.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.evidence.Failure.Source;
import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of a mail server's log: Postfix, sendmail, Exim, Exchange, and whatever
 * else puts time, address and error on one line. A line about TLS alone tells the cause
 * of what failed at the same server.
 */
final class MailLogReader {

    private static final int MOST_LINES = 5000;

    private static final String ADDRESS = "([^\\s<>,;:\"'()=]{1,64}@[^\\s<>,;:\"'()\\[\\]]{1,253})";

    private static final Pattern BEGINS = Pattern
        .compile("^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d"
                + "|\"?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d).*");

    private static final Pattern PROGRAM = Pattern.compile(
            "\\b(?:postfix/[\\w/-]+|postfix-\\w+/\\w+|sm-mta|sendmail|exim4?)\\[\\d+]:.*|.*\\{LED=.*|.*\\bstatus=(?:deferred|bounced)\\b.*");

    private static final Pattern TO = Pattern.compile("\\bto=<?" + ADDRESS + ">?");

    private static final Pattern SAID = Pattern
        .compile("\\bstat(?:us)?=(?!sent\\b|Sent\\b)(?:\\w+ \\((.*)\\)\\s*$|(.*))");

    private static final Pattern DSN = Pattern.compile("\\bdsn=([245]\\.\\d{1,3}\\.\\d{1,3})");

    private static final Pattern EXIM = Pattern.compile("\\s(?:==|\\*\\*)\\s+<?" + ADDRESS + ">?(?:\\s(.*))?$");

    private static final Pattern EXIM_SAID = Pattern
        .compile("(?:defer \\(-?\\d+\\)|T=\\w+|H=\\S+ \\[[^]]*](?::\\d+)?|X=\\S+|CV=\\w+|DN=\"[^\"]*\")\\s*:\\s(.*)");

    private static final Pattern LAST_ERROR = Pattern.compile("\\{LED=([^}]*)}");

    private static final Pattern SESSION = Pattern
        .compile("^\"?\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z,[^,]*,([0-9A-F]{8,20}),\\d+,[^,]*,([^,]*),(.)?,(.*)$");

    private static final Pattern GREETING = Pattern.compile("\"?220[ -]([A-Za-z0-9.-]+\\.[A-Za-z]{2,})");

    private static final Pattern RECIPIENT = Pattern.compile("(?i)RCPT TO:<" + ADDRESS);

    private static final Pattern ANY_ADDRESS = Pattern.compile("(?<![\\w.])" + ADDRESS);

    private static final Pattern FAILED = Pattern.compile(
            "(?i)\\b[45]\\d\\d[ -][45]?\\.?|fail|error|defer|bounce|reject|timed out|refused|not verified|untrusted");

    private final Moments moments;

    private final List<Failure> failures = new ArrayList<>();

    private final List<Failure> hints = new ArrayList<>();

    private final Map<String, StringBuilder> sessions = new LinkedHashMap<>();

    private MailLogReader(Moments moments) {
        this.moments = moments;
    }

    static List<Failure> read(String text, Moments moments) {
        MailLogReader reader = new MailLogReader(moments);
        Lines.unwrapped(text, MailLogReader::begins).stream().limit(MOST_LINES).forEach(reader::read);
        reader.sessions.values().forEach((session) -> reader.readSession(session.toString()));
        return reader.all();
    }

    /** Whether a line is one of a log. */
    static boolean begins(String line) {
        return BEGINS.matcher(line).matches() || PROGRAM.matcher(line).lookingAt();
    }

    private List<Failure> all() {
        List<Failure> told = this.failures.stream()
            .map((failure) -> this.hints.stream()
                .filter((hint) -> failure.aboutTls() && hint.isAt(failure))
                .reduce(failure, Failure::completedBy))
            .toList();
        Stream<Failure> alone = this.hints.stream()
            .filter((hint) -> told.stream().noneMatch((failure) -> failure.isAt(hint)));
        return Stream.concat(told.stream(), alone).toList();
    }

    private void read(String line) {
        Matcher session = SESSION.matcher(line);
        Matcher exim = EXIM.matcher(line);
        if (session.matches()) {
            this.sessions.computeIfAbsent(session.group(1), (id) -> new StringBuilder()).append(line).append('\n');
        }
        else if (TO.matcher(line).find()) {
            delivery(line);
        }
        else if (exim.find()) {
            add(exim.group(1), line, said(EXIM_SAID, exim.group(2)), "");
        }
        else if (LAST_ERROR.matcher(line).find()) {
            add(last(ANY_ADDRESS, line.substring(0, line.indexOf("{LED="))), line, first(LAST_ERROR, line), "");
        }
        else if (begins(line) && FAILED.matcher(line).find()) {
            other(line);
        }
    }

    /** One line for each recipient, as Postfix and sendmail write it. */
    private void delivery(String line) {
        Matcher said = SAID.matcher(line);
        if (said.find()) {
            String words = Optional.ofNullable(said.group(1)).orElseGet(() -> said.group(2));
            TO.matcher(line).results().forEach((to) -> add(to.group(1), line, words, first(DSN, line)));
        }
    }

    private void other(String line) {
        String words = line.replaceFirst("^.*?\\[\\d+]:\\s", "");
        Failure failure = failure(last(ANY_ADDRESS, line), line, words, "");
        if (failure.domain() != null && !failure.aboutTls() || failure.aboutTls() && failure.recipient() != null) {
            this.failures.add(failure);
        }
        else if (failure.aboutTls()) {
            this.hints.add(failure);
        }
    }

    /** A conversation as Exchange keeps it in its protocol log. */
    private void readSession(String lines) {
        String errors = lines.lines()
            .filter((line) -> FAILED.matcher(line.replaceFirst("^(?:[^,]*,){7}", "")).find())
            .map((line) -> line.replaceFirst("^(?:[^,]*,){7}", ""))
            .reduce("", (one, other) -> one + "\n" + other);
        if (!errors.isBlank()) {
            Matcher remote = SESSION.matcher(lines.lines().findFirst().orElse(""));
            String address = remote.matches() ? remote.group(2).replaceFirst(":\\d+$", "") : "";
            Failure failure = Failure.of(Source.LOG, EmailAddress.parse(first(RECIPIENT, lines)).orElse(null),
                    EmailAddress.parse(first(RECIPIENT, lines)).map(EmailAddress::domain).orElse(null),
                    new Place(first(GREETING, lines).toLowerCase(Locale.ROOT), address), Words.of(errors),
                    this.moments.ofLog(lines).orElse(null));
            (failure.domain() == null ? this.hints : this.failures).add(failure);
        }
    }

    private void add(String address, String line, String said, String status) {
        this.failures.add(failure(address, line, said, status));
    }

    private Failure failure(String address, String line, String said, String status) {
        @Nullable EmailAddress recipient = EmailAddress.parse(address.replaceFirst("[.]+$", "")).orElse(null);
        Words words = Words.of(said.isBlank() ? line : said);
        return Failure.of(Source.LOG, recipient, (recipient != null) ? recipient.domain() : null, Place.in(line),
                new Words(status.isEmpty() ? words.status() : status, words.said()),
                this.moments.ofLog(line).orElse(null));
    }

    private static String said(Pattern pattern, @Nullable String rest) {
        String words = Optional.ofNullable(rest).orElse("");
        String found = first(pattern, words);
        return found.isEmpty() ? words : found;
    }

    /** The recipient stands behind the sender. */
    private static String last(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((found) -> found.group(1)).reduce("", (one, other) -> other);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

}
