package no.bits.tls.report;

import org.jspecify.annotations.Nullable;

/**
 * One figure on Cockpit's first page.
 *
 * @param id its name
 * @param label what it counts
 * @param value the figure; nothing where there is none to tell
 * @param unit what it is
 * @param worrying whether somebody should look
 * @param report where more is told
 */
record Tile(String id, String label, @Nullable Double value, Unit unit, boolean worrying, String report) {

    static Tile of(String id, Words label, long number, boolean worrying, String report) {
        return new Tile(id, label.say(), (double) number, Unit.COUNT, worrying && number > 0, report);
    }

}
