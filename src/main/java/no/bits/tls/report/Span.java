package no.bits.tls.report;

import java.time.YearMonth;

/** A period as people pick it, around the month that it is. */
enum Span {

    /** A year back, this month included. */
    LAST_12_MONTHS(-11, 0),

    /** From January. */
    THIS_YEAR(0, 0) {
        @Override
        Period around(YearMonth now, YearMonth first) {
            return new Period(now.withMonth(1), now);
        }
    },

    /** From the first case. */
    ALL(0, 0) {
        @Override
        Period around(YearMonth now, YearMonth first) {
            return new Period(first, now);
        }
    },

    /** A quarter of a year ahead. */
    NEXT_3_MONTHS(0, 3),

    /** Half a year ahead. */
    NEXT_6_MONTHS(0, 6),

    /** A year ahead. */
    NEXT_12_MONTHS(0, 12);

    private final int from;

    private final int until;

    Span(int from, int until) {
        this.from = from;
        this.until = until;
    }

    /**
     * The months.
     * @param now the month that it is
     * @param first the month of the first case
     */
    Period around(YearMonth now, YearMonth first) {
        return new Period(now.plusMonths(this.from), now.plusMonths(this.until));
    }

}
