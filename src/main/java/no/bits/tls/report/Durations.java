package no.bits.tls.report;

/**
 * How long what one line counts has taken.
 *
 * @param spread how many in how many days
 * @param cases how to ask for the cases
 */
record Durations(Spread spread, CaseQuery cases) {

    private static final double MOST = 0.9;

    /** How many there are. */
    static Measure<Durations> number(Words label) {
        return Measure.told(label, Unit.COUNT, (line) -> Figure.of(line.spread.size(), line.cases));
    }

    /** In how many days half of them were done. */
    static Measure<Durations> half() {
        return Measure.drawn(new Words("Halvparten innen", "Half within"), Unit.DAYS,
                (line) -> Figure.of(line.spread.within(0.5)));
    }

    /** In how many days nine of ten were. */
    static Measure<Durations> most() {
        return Measure.drawn(new Words("Ni av ti innen", "Nine in ten within"), Unit.DAYS,
                (line) -> Figure.of(line.spread.within(MOST)));
    }

    /** How much of all the time they took. */
    static Measure<Durations> share(double days) {
        return Measure.drawn(new Words("Av tiden", "Of the time"), Unit.PERCENT,
                (line) -> Figure.share(line.spread.sum(), days));
    }

}
