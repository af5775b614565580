package no.bits.tls.report;

import java.util.function.Function;

/**
 * A column of a panel.
 *
 * @param label its heading
 * @param unit what its figures are
 * @param drawn whether the chart shows it
 * @param figure the figure of a line
 */
record Measure<K>(String label, Unit unit, boolean drawn, Function<K, Figure> figure) {

    static <K> Measure<K> drawn(Words label, Unit unit, Function<K, Figure> figure) {
        return new Measure<>(label.say(), unit, true, figure);
    }

    static <K> Measure<K> told(Words label, Unit unit, Function<K, Figure> figure) {
        return new Measure<>(label.say(), unit, false, figure);
    }

    /** The same for the table only. */
    Measure<K> told() {
        return new Measure<>(this.label, this.unit, false, this.figure);
    }

}
