package no.bits.tls.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something is due some days after it was asked: always on a working day, at 08:00
 * in Oslo.
 */
public final class Deadlines {

    private Deadlines() {
    }

    /**
     * When a reminder is sent, rather a day early than late.
     * @param asked the day on which it was asked
     * @param days how many days later; negative for a note ahead
     * @return 08:00 of that day, or of the last working day before it
     */
    public static Instant reminder(LocalDate asked, int days) {
        return OsloTime.morningOf(WorkingDays.back(asked.plusDays(days)));
    }

    /**
     * When somebody's time is up.
     * @param asked the day on which it was asked
     * @param days how many days later
     * @return 08:00 of that day, or of the first working day after it
     */
    public static Instant due(LocalDate asked, int days) {
        return OsloTime.morningOf(WorkingDays.forward(asked.plusDays(days)));
    }

}
