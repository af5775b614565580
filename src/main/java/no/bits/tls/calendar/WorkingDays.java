package no.bits.tls.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The days on which somebody in a Norwegian office answers: Monday to Friday but public
 * holidays, Christmas Eve and New Year's Eve.
 */
public final class WorkingDays {

    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17),
            MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 26), MonthDay.of(12, 31));

    private static final Set<Long> CLOSED_FROM_EASTER = Set.of(-3L, -2L, 1L, 39L, 50L);

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WorkingDays() {
    }

    /**
     * Whether a day is a working day in Norway.
     * @param date any day of the Gregorian calendar
     * @return whether people are at work
     */
    public static boolean isWorkingDay(LocalDate date) {
        return !WEEKEND.contains(date.getDayOfWeek()) && !CLOSED.contains(MonthDay.from(date))
                && !CLOSED_FROM_EASTER.contains(ChronoUnit.DAYS.between(easterSunday(date.getYear()), date));
    }

    /**
     * The day itself where it is a working day, else the next one that is.
     * @param date any day
     * @return a working day, never before the given day
     */
    public static LocalDate forward(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * The day itself where it is a working day, else the last one before it that is.
     * @param date any day
     * @return a working day, never after the given day
     */
    public static LocalDate back(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * The working day that is some working days later.
     * @param date any day
     * @param days how many working days, at least 1
     * @return a working day after the given day
     */
    public static LocalDate after(LocalDate date, int days) {
        LocalDate day = date;
        for (int i = 0; i < days; i++) {
            day = forward(day.plusDays(1));
        }
        return day;
    }

    /**
     * When inbound enforcement (requirement 5.2.4) is due: three months after enrolment,
     * as the scheme's chapter on its background says; the last day of the month where
     * that month is shorter.
     * @param enrolledOn the date of enrolment
     * @return the same day three months on, moved forward to a working day
     */
    public static LocalDate milestone(LocalDate enrolledOn) {
        return forward(enrolledOn.plusMonths(3));
    }

    /** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int leap = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - leap - year % 100 % 4) % 7;
        int late = (golden + 11 * leap + 22 * weekday) / 451;
        int march = leap + weekday - 7 * late + 114;
        return LocalDate.of(year, march / 31, march % 31 + 1);
    }

}
