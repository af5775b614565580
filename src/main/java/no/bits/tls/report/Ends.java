package no.bits.tls.report;

/** The columns of panels that tell how many cases of a kind ended how in a month. */
final class Ends {

    private Ends() {
    }

    static Measure<Period> measure(Counts ended, Ending ending) {
        return measure(ended, ending.kind(), ending.event(), ending.words());
    }

    static Measure<Period> cancelled(Counts ended, Kind kind) {
        return measure(ended, kind, Ending.CANCELLED, Ending.words(Ending.CANCELLED).orElseThrow());
    }

    private static Measure<Period> measure(Counts ended, Kind kind, String event, Words words) {
        return Measure.drawn(words, Unit.COUNT, (month) -> Figure.of(ended.as(event).in(month).total(),
                CaseQuery.of(Subject.ENDED).kind(kind.key()).detail(event).in(month)));
    }

}
