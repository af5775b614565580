package no.bits.tls.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import no.bits.tls.evidence.Cause;

import org.springframework.stereotype.Component;

/** Mail to participants that failed: what came of it, why, and how long it took. */
@Component
class FailureReport implements Report {

    private static final String SOLVED = "SOLVED";

    private static final Panel.Head MONTHS = new Panel.Head(
            new Words("Feilmeldinger og hva det ble av dem", "Error reports and what came of them"),
            new Words("Meldinger om samme feil teller én gang.", "Reports about the same fault count once."),
            Chart.COLUMNS, new Words("Måned", "Month"));

    private static final Panel.Head CAUSES = new Panel.Head(
            new Words("Årsaker og tid til løsning", "Causes and time to solution"),
            new Words("Saker som ble avsluttet i perioden. Tiden er fra den første meldingen til feilen var rettet.",
                    "Cases that ended in the period. The time is from the first report until the fault was mended."),
            Chart.BARS, new Words("Årsak", "Cause"));

    private final FigureBook book;

    FailureReport(FigureBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "error-reports";
    }

    @Override
    public List<Panel> panels(Period period) {
        return List.of(months(period), causes(period));
    }

    private Panel months(Period period) {
        Counts opened = this.book.read(Subject.ERROR_OPENED, period);
        Counts ended = this.book.read(Subject.ERROR_ENDED, period);
        return Panel.of(
                "months", MONTHS, List.of(
                        Measure.told(new Words("Kom inn", "Came in"), Unit.COUNT,
                                (month) -> Figure.of(opened.in(month).total(),
                                        CaseQuery.of(Subject.ERROR_OPENED).in(month))),
                        end(ended, SOLVED, new Words("Løst", "Solved")),
                        end(ended, "UNSOLVED", new Words("Uten løsning", "Not solved")),
                        end(ended, "LEFT", new Words("Domenet tatt av listen", "Domain taken off the list")),
                        end(ended, "OWN_SIDE", new Words("Feil hos melderen", "The reporter's own fault")),
                        end(ended, "NOT_TLS", new Words("Ikke TLS", "Not TLS")),
                        end(ended, "NOT_LISTED", new Words("Ikke med i ordningen", "Not in the scheme"))),
                Months.withTotal(period, (month) -> month));
    }

    private Panel causes(Period period) {
        Counts ended = this.book.readWithDays(Subject.ERROR_ENDED, period);
        List<Label<Ended>> lines = new ArrayList<>(Arrays.stream(Cause.values())
            .map((cause) -> Label.of(new Words(cause.norwegian(), cause.english()).say(),
                    new Ended(ended.as(cause.name()),
                            CaseQuery.of(Subject.ERROR_ENDED).detail(cause.name()).in(period))))
            .filter((line) -> line.what().counts().total() > 0)
            .toList());
        lines.add(Label.total(new Ended(ended, CaseQuery.of(Subject.ERROR_ENDED).in(period))));
        return Panel
            .of("causes", CAUSES,
                    List.of(Measure.drawn(new Words("Saker", "Cases"), Unit.COUNT,
                            (line) -> Figure.of(line.counts().total(), line.cases())),
                            Measure.told(new Words("Løst", "Solved"), Unit.COUNT,
                                    (line) -> Figure.of(line.solved().size(), line.cases().kind(SOLVED))),
                            Measure.told(new Words("Halvparten innen", "Half within"), Unit.DAYS,
                                    (line) -> Figure.of(line.solved().within(0.5))),
                            Measure.told(new Words("Ni av ti innen", "Nine in ten within"), Unit.DAYS,
                                    (line) -> Figure.of(line.solved().within(0.9)))),
                    lines)
            .with(new Panel.Link("error-reports", new Words("Der det svikter igjen", "Where it fails again").say()));
    }

    private static Measure<Period> end(Counts ended, String state, Words words) {
        return Measure.drawn(words, Unit.COUNT, (month) -> Figure.of(ended.of(state).in(month).total(),
                CaseQuery.of(Subject.ERROR_ENDED).kind(state).in(month)));
    }

    /** What a cause's line is told from. */
    private record Ended(Counts counts, CaseQuery cases) {

        Spread solved() {
            return this.counts.of(SOLVED).spread();
        }

    }

}
