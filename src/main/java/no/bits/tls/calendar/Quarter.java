package no.bits.tls.calendar;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * A quarter of the calendar year, in which each participant checks the Domain List once
 * (requirement 5.3.1).
 *
 * @param year the calendar year
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("%d is no quarter: a year has the quarters 1 to 4".formatted(number));
        }
    }

    /**
     * The quarter that a day lies in.
     * @param date any day
     * @return its quarter
     */
    public static Quarter of(LocalDate date) {
        return new Quarter(date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** The first working day of this quarter. */
    public LocalDate firstWorkingDay() {
        return WorkingDays.forward(firstDay());
    }

    /** The quarter after this one. */
    public Quarter next() {
        return of(firstDay().plusMonths(3));
    }

    private LocalDate firstDay() {
        return LocalDate.of(this.year, 3 * this.number - 2, 1);
    }

    @Override
    public String toString() {
        return this.year + "-Q" + this.number;
    }

}
