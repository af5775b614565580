package no.bits.tls.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Time as the people of this scheme live it. */
public final class OsloTime {

    /** The zone of every date and time that a person reads or writes. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private OsloTime() {
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
