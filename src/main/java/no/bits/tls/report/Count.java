package no.bits.tls.report;

import java.time.YearMonth;

/**
 * How many of one sort.
 *
 * @param month in which month
 * @param kind a kind of case, a state, a requirement
 * @param detail an end, a step, a cause, a verdict
 * @param number how many
 * @param spread in how many days; empty where that was not asked or does not apply
 */
record Count(YearMonth month, String kind, String detail, long number, Spread spread) {
}
