package no.bits.tls.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Where the time goes: how long cases take, and at which steps they wait. */
@Component
class StepReport implements Report {

    private static final Panel.Head CASES = new Panel.Head(new Words("Så lenge varer sakene", "How long cases take"),
            new Words("Saker som ble avsluttet i perioden, fra de ble åpnet.",
                    "Cases that ended in the period, from when they were opened."),
            Chart.BARS, new Words("Sakstype", "Kind of case"));

    private static final Words NOTE = new Words(
            "Steg som ble forlatt i perioden: oppgaver for saksbehandlere, og venting på andre eller på en dag.",
            "Steps that were left in the period: tasks for staff, and waiting for others or for a day.");

    private static final Words STEP = new Words("Steg", "Step");

    private final FigureBook book;

    private final Terms terms;

    StepReport(FigureBook book, Terms terms) {
        this.book = book;
        this.terms = terms;
    }

    @Override
    public String id() {
        return "steps";
    }

    @Override
    public List<Panel> panels(Period period) {
        Counts ended = this.book.readWithDays(Subject.ENDED, period);
        Counts left = this.book.readWithDays(Subject.STEP, period);
        List<Panel> panels = new ArrayList<>();
        panels.add(cases(period, ended));
        Stream.of(Kind.values())
            .filter((kind) -> left.kinds().contains(kind.key()))
            .map((kind) -> steps(period, kind, left.of(kind.key())))
            .forEach(panels::add);
        return panels;
    }

    private Panel cases(Period period, Counts ended) {
        return Panel.of("cases", CASES,
                List.of(Durations.number(new Words("Saker", "Cases")), Durations.half(), Durations.most()),
                Stream.of(Kind.values())
                    .filter((kind) -> ended.kinds().contains(kind.key()))
                    .map((kind) -> Label.of(this.terms.of(kind),
                            new Durations(ended.of(kind.key()).spread(),
                                    CaseQuery.of(Subject.ENDED).kind(kind.key()).in(period))))
                    .toList());
    }

    private Panel steps(Period period, Kind kind, Counts left) {
        List<Label<Durations>> lines = Step.of(kind)
            .stream()
            .map((step) -> Label.of(this.terms.of(step),
                    new Durations(left.as(step.activity()).spread(),
                            CaseQuery.of(Subject.STEP).kind(kind.key()).detail(step.activity()).in(period))))
            .filter((line) -> line.what().spread().size() > 0)
            .toList();
        double all = lines.stream().mapToDouble((line) -> line.what().spread().sum()).sum();
        String title = this.terms.of(kind);
        return Panel.of(kind.key(), new Panel.Head(new Words(title, title), NOTE, Chart.BARS, STEP),
                List.of(Durations.number(new Words("Ganger", "Times")), Durations.share(all), Durations.half().told(),
                        Durations.most().told()),
                lines);
    }

}
