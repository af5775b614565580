package no.bits.tls.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Time as the people of this scheme live it. */
public final class OsloTime {

    /** The zone of every date and time that a person reads or writes. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private OsloTime() {
    }

    /**
     * The beginning of the working day.
     * @param date any day
     * @return 08:00 of that day in Oslo
     */
    public static Instant morningOf(LocalDate date) {
        return date.atTime(MORNING).atZone(ZONE).toInstant();
    }

    /**
     * The day of a moment.
     * @param moment any moment
     * @return the date on the wall in Oslo
     */
    public static LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /**
     * The date on the wall in Oslo.
     * @param clock the application's one clock
     * @return today
     */
    public static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZONE));
    }

}
