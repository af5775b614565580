package no.bits.tls.calendar;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of the calendar year, in which each participant checks the Domain List once
 * (requirement 5.3.1).
 *
 * @param year the calendar year
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-Q([1-4])");

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

    /**
     * Reads a quarter as {@link #toString} writes it.
     * @param text for example {@code 2027-Q1}
     * @return the quarter
     * @throws IllegalArgumentException if it is none
     */
    public static Quarter parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("%s is no quarter such as 2027-Q1".formatted(text));
        }
        return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The first working day of this quarter. */
    public LocalDate firstWorkingDay() {
        return WorkingDays.forward(firstDay());
    }

    /** The quarter after this one. */
    public Quarter next() {
        return of(firstDay().plusMonths(3));
    }

    /**
     * How many quarters lie between this one and another.
     * @param other the other
     * @return 1 for the next one; negative where the other comes before
     */
    public int until(Quarter other) {
        return 4 * (other.year - this.year) + other.number - this.number;
    }

    private LocalDate firstDay() {
        return LocalDate.of(this.year, 3 * this.number - 2, 1);
    }

    @Override
    public String toString() {
        return this.year + "-Q" + this.number;
    }

}
