package no.bits.tls.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import no.bits.tls.calendar.OsloTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that reports and logs name; a log names neither year nor zone, and then
 * it means the year before the mail came, in Oslo.
 *
 * @param received when the mail came
 */
record Moments(Instant received) {

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,]\\d{1,9})?\\s?(Z|UTC|[+-]\\d\\d:?\\d\\d)?");

    private static final Pattern SYSLOG = Pattern
        .compile("^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d)\\b");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);

    /** The time of a header field (RFC 5322). */
    Optional<Instant> ofHeader(String date) {
        String bare = date.replaceAll("\\([^()]*\\)", "").replaceAll("\\s+", " ").strip();
        return attempt(() -> ZonedDateTime.parse(bare, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
            .or(() -> ofLog(bare));
    }

    /** The time at the beginning of a log's line. */
    Optional<Instant> ofLog(String line) {
        Matcher iso = ISO.matcher(line);
        if (iso.find()) {
            return attempt(() -> of("%s-%s-%sT%s".formatted(iso.group(1), iso.group(2), iso.group(3), iso.group(4)),
                    iso.group(5)));
        }
        Matcher syslog = SYSLOG.matcher(line);
        return syslog.find() ? attempt(() -> ofDay(syslog.group(1) + " " + syslog.group(2), syslog.group(3)))
                : Optional.empty();
    }

    private static Instant of(String local, @Nullable String offset) {
        if (offset == null) {
            return LocalDateTime.parse(local).atZone(OsloTime.ZONE).toInstant();
        }
        String colon = offset.equals("UTC") ? "Z" : offset.replaceFirst("^([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return OffsetDateTime.parse(local + colon).toInstant();
    }

    private Instant ofDay(String day, String time) {
        TemporalAccessor parsed = DAY.parse(day);
        int year = OsloTime.dateOf(this.received).getYear();
        Instant thisYear = of(MonthDay.from(parsed).atYear(year) + "T" + time, null);
        return thisYear.isAfter(this.received.plusSeconds(86_400))
                ? of(MonthDay.from(parsed).atYear(year - 1) + "T" + time, null) : thisYear;
    }

    private static Optional<Instant> attempt(Reading reading) {
        try {
            return Optional.of(reading.read());
        }
        catch (DateTimeException ex) {
            return Optional.empty();
        }
    }

    /** What may fail. */
    private interface Reading {

        Instant read();

    }

}
