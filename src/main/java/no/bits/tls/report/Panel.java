package no.bits.tls.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a report: one table, which is drawn and can be fetched as a file.
 *
 * @param id its name in addresses
 * @param title what it shows
 * @param note how it is counted; may be empty
 * @param chart how it is drawn
 * @param head the heading of its lines
 * @param more where more is told
 */
record Panel(String id, String title, String note, Chart chart, String head, List<Column> columns, List<Line> lines,
        @Nullable Link more) {

    static <K> Panel of(String id, Head head, List<Measure<K>> measures, List<Label<K>> labels) {
        return new Panel(id, head.title().say(), head.note().say(), head.chart(), head.lines().say(),
                measures.stream()
                    .map((measure) -> new Column(measure.label(), measure.unit(), measure.drawn()))
                    .toList(),
                labels.stream().map((label) -> line(label, measures)).toList(), null);
    }

    Panel with(Link link) {
        return new Panel(this.id, this.title, this.note, this.chart, this.head, this.columns, this.lines, link);
    }

    private static <K> Line line(Label<K> label, List<Measure<K>> measures) {
        return new Line(label.key(), label.text(), label.total(),
                measures.stream().map((measure) -> measure.figure().apply(label.what())).toList());
    }

    /**
     * What stands above a panel.
     *
     * @param lines the heading of its lines
     */
    record Head(Words title, Words note, Chart chart, Words lines) {
    }

    /** A column; the chart shows some of them. */
    record Column(String label, Unit unit, boolean drawn) {
    }

    /** A line; the last one may sum the others up. */
    record Line(String key, String label, boolean total, List<Figure> figures) {
    }

    /** A page under {@code /desk/figures}. */
    record Link(String page, String words) {
    }

}
