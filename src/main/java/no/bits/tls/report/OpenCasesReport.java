package no.bits.tls.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * What is open now and how old it is, what waits for staff, and how that came about month
 * by month.
 */
@Component
class OpenCasesReport implements Report {

    private static final Words KIND = new Words("Sakstype", "Kind of case");

    private static final Panel.Head AGES = new Panel.Head(new Words("Åpne saker etter alder", "Open cases by age"),
            new Words("Slik det er nå, regnet fra da saken ble åpnet.", "As it is now, from when the case was opened."),
            Chart.BARS, KIND);

    private static final Panel.Head TASKS = new Panel.Head(new Words("Åpne oppgaver etter alder", "Open tasks by age"),
            new Words("Slik det er nå, regnet fra da oppgaven kom. «Vent på ...» venter på andre enn saksbehandlerne.",
                    "As it is now, from when the task came. \"Await ...\" waits for others than staff."),
            Chart.BARS, new Words("Oppgave", "Task"));

    private static final Panel.Head FLOW = new Panel.Head(
            new Words("Åpnet, avsluttet og åpne", "Opened, ended and open"),
            new Words("Åpne er tallet ved månedens slutt, i denne måneden nå.",
                    "Open is at the end of the month, of this month now."),
            Chart.CURVES, new Words("Måned", "Month"));

    private final FigureBook book;

    private final Present present;

    private final Terms terms;

    private final Clock clock;

    OpenCasesReport(FigureBook book, Present present, Terms terms, Clock clock) {
        this.book = book;
        this.present = present;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "open-cases";
    }

    @Override
    public List<Panel> panels(Period period) {
        return List.of(ages(), waiting(), flow(period));
    }

    private Panel ages() {
        Ages ages = Ages.of(this.clock, List.of(91, 28, 7), new Words("Over 13 uker", "Over 13 weeks"),
                new Words("4–13 uker", "4–13 weeks"), new Words("1–4 uker", "1–4 weeks"),
                new Words("Under en uke", "Under a week"));
        List<Place> places = this.present.read(Subject.OPEN, ages.moments());
        List<Label<Ages.Standing>> lines = new ArrayList<>(Stream.of(Kind.values())
            .map((kind) -> Label.of(this.terms.of(kind),
                    new Ages.Standing(CaseQuery.of(Subject.OPEN).kind(kind.key()), of(places, kind))))
            .filter((line) -> line.what().total() > 0)
            .toList());
        lines.add(Label.total(new Ages.Standing(CaseQuery.of(Subject.OPEN), places)));
        return Panel.of("ages", AGES, ages.measures(), lines);
    }

    private Panel waiting() {
        Ages ages = Ages.of(this.clock, List.of(30, 7, 2), new Words("Over 30 døgn", "Over 30 days"),
                new Words("7–30 døgn", "7–30 days"), new Words("2–7 døgn", "2–7 days"),
                new Words("Under 2 døgn", "Under 2 days"));
        List<Place> places = this.present.read(Subject.TASK, ages.moments());
        List<Label<Ages.Standing>> lines = new ArrayList<>(Step.ALL.stream()
            .filter(Step::isTask)
            .map((step) -> Label.of(this.terms.of(step),
                    new Ages.Standing(CaseQuery.of(Subject.TASK).kind(step.kind().key()).detail(step.activity()),
                            of(places, step.kind()).stream()
                                .filter((place) -> place.detail().equals(step.activity()))
                                .toList())))
            .filter((line) -> line.what().total() > 0)
            .toList());
        lines.add(Label.total(new Ages.Standing(CaseQuery.of(Subject.TASK), places)));
        return Panel.of("waiting", TASKS, ages.measures(), lines);
    }

    private Panel flow(Period period) {
        Counts started = this.book.read(Subject.STARTED, period);
        Counts ended = this.book.read(Subject.ENDED, period);
        Counts open = this.book.read(Subject.OPEN_THEN, period);
        return Panel.of(
                "flow", FLOW, List.of(
                        Measure.drawn(new Words("Åpnet", "Opened"), Unit.COUNT,
                                (month) -> Figure.of(started.in(month).total(),
                                        CaseQuery.of(Subject.STARTED).in(month))),
                        Measure.drawn(new Words("Avsluttet", "Ended"), Unit.COUNT,
                                (month) -> Figure.of(ended.in(month).total(), CaseQuery.of(Subject.ENDED).in(month))),
                        Measure.drawn(new Words("Åpne", "Open"), Unit.COUNT,
                                (month) -> Figure.of(open.in(month).total()))),
                Months.of(period, (month) -> month));
    }

    private static List<Place> of(List<Place> places, Kind kind) {
        return places.stream().filter((place) -> place.kind().equals(kind.key())).toList();
    }

}
