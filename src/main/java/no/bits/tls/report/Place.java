package no.bits.tls.report;

/**
 * How many of one sort lie between two moments.
 *
 * @param kind a kind of case
 * @param detail a step
 * @param place 0 before the first moment, then one more for each moment that is passed
 */
record Place(String kind, String detail, int place, long number) {
}
