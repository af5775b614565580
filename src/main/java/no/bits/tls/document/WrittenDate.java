package no.bits.tls.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import no.bits.tls.document.DocumentReading.Code;
import org.jspecify.annotations.Nullable;

/** The date in an answer, day first unless it says otherwise. */
final class WrittenDate {

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(20\\d\\d)[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)");

    private static final Pattern ISO_BASIC = Pattern.compile("(?<!\\d)(20\\d\\d)([01]\\d)([0-3]\\d)(?!\\d)");

    private static final Pattern NUMERIC = Pattern
        .compile("(?<!\\d)(\\d{1,2})\\s?([./-])\\s?(\\d{1,2})\\s?([./-]|\\s)\\s?(20\\d\\d|\\d\\d)(?!\\d)");

    private static final String MONTH = "(jan|feb|mars|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec)\\p{L}*\\.?";

    private static final Pattern DAY_MONTH = Pattern
        .compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s*(?:of\\s+|-\\s*)?" + MONTH
                + "[\\s,.-]*(20\\d\\d|'?\\d\\d)(?!\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTH_DAY = Pattern
        .compile("\\b" + MONTH + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\.?,?\\s+(20\\d\\d)(?!\\d)", Pattern.CASE_INSENSITIVE);

    private static final String MONTHS = "janfebmaraprmaijunjulaugsepoktnovdes";

    private WrittenDate() {
    }

    /**
     * Reads the first date.
     * @param answer what somebody wrote
     * @return the date, ISO, or the answer as typed
     */
    static Value in(String answer) {
        String line = answer.replace('_', ' ').replaceAll("\\s+", " ").strip();
        String dense = line.replaceAll("(?<=[\\d./-])\\s+(?=[\\d./-])", "");
        return find(line).or(() -> find(dense)).orElseGet(() -> Value.asTyped(answer));
    }

    private static Optional<Value> find(String line) {
        return first(ISO, line).flatMap((match) -> date(match.group(1), match.group(2), match.group(3)))
            .or(() -> first(DAY_MONTH, line)
                .flatMap((match) -> date(match.group(3), month(match.group(2)), match.group(1))))
            .or(() -> first(MONTH_DAY, line)
                .flatMap((match) -> date(match.group(3), month(match.group(1)), match.group(2))))
            .or(() -> first(NUMERIC, line).flatMap(WrittenDate::numeric))
            .or(() -> first(ISO_BASIC, line).flatMap((match) -> date(match.group(1), match.group(2), match.group(3))));
    }

    private static Optional<Value> numeric(MatchResult match) {
        boolean slashes = match.group(2).equals("/") && match.group(4).equals("/");
        int first = Integer.parseInt(match.group(1));
        int second = Integer.parseInt(match.group(3));
        if (slashes && second > 12) {
            return date(match.group(5), match.group(1), match.group(3));
        }
        boolean ambiguous = slashes && first <= 12 && first != second;
        return dated(match.group(5), match.group(3), match.group(1), ambiguous ? Code.AMBIGUOUS_DATE : null);
    }

    private static Optional<Value> date(String year, String month, String day) {
        return dated(year, month, day, null);
    }

    private static Optional<Value> dated(String year, String month, String day, @Nullable Code doubt) {
        try {
            int full = Integer.parseInt(year.replace("'", ""));
            LocalDate date = LocalDate.of((full < 100) ? 2000 + full : full, Integer.parseInt(month),
                    Integer.parseInt(day));
            return Optional.of(new Value(date.toString(), true, doubt));
        }
        catch (DateTimeException ex) {
            return Optional.empty();
        }
    }

    private static String month(String name) {
        String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
        String norwegian = start.replace("may", "mai").replace("oct", "okt").replace("dec", "des");
        return Integer.toString(MONTHS.indexOf(norwegian) / 3 + 1);
    }

    private static Optional<MatchResult> first(Pattern pattern, String line) {
        return pattern.matcher(line).results().findFirst();
    }

}
