package no.bits.tls.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How dates and times are written in one language, on Oslo's clock; used by the texts.
 */
public enum Language {

    /** Norwegian bokmål: 3. november 2026 kl. 09.15. */
    NORWEGIAN("nb", "d. MMMM yyyy", "d. MMMM yyyy 'kl.' HH.mm"),

    /** English: 3 November 2026 at 09:15. */
    ENGLISH("en-GB", "d MMMM yyyy", "d MMMM yyyy 'at' HH:mm");

    private final DateTimeFormatter date;

    private final DateTimeFormatter time;

    Language(String tag, String date, String time) {
        Locale locale = Locale.forLanguageTag(tag);
        this.date = DateTimeFormatter.ofPattern(date, locale);
        this.time = DateTimeFormatter.ofPattern(time, locale);
    }

    /** A date in words. */
    public String date(LocalDate date) {
        return this.date.format(date);
    }

    /** A moment in words, to the minute. */
    public String time(Instant time) {
        return this.time.format(time.atZone(OsloTime.ZONE));
    }

}
