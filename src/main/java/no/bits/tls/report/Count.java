package no.bits.tls.report;

import java.time.YearMonth;

/**
 * How many of one sort; what was not asked to be told apart is empty.
 *
 * @param month the month
 * @param kind a kind of case, a state, a requirement
 * @param detail an end, a step, a cause, a verdict
 * @param days in how many days; negative where that does not apply
 */
record Count(YearMonth month, String kind, String detail, double days, long number) {
}
