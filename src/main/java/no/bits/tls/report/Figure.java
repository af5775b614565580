package no.bits.tls.report;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a report.
 *
 * @param value the figure; nothing where there is none to tell
 * @param cases how to ask for the cases behind it; nothing where there are none
 */
record Figure(@Nullable Double value, @Nullable String cases) {

    static Figure of(long number) {
        return new Figure((double) number, null);
    }

    static Figure of(long number, CaseQuery cases) {
        return new Figure((double) number, (number > 0) ? cases.toString() : null);
    }

    static Figure of(@Nullable Double value) {
        return new Figure(value, null);
    }

    /** How many of a hundred, to a tenth. */
    static Figure share(double part, double whole) {
        return new Figure((whole > 0) ? Math.round(1000.0 * part / whole) / 10.0 : null, null);
    }

}
