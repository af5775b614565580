package no.bits.tls.report;

import java.util.List;

import org.springframework.stereotype.Component;

/** What participants answer at their milestone, and how much of the list says Ja. */
@Component
class MilestoneReport implements Report {

    private static final Words MONTH = new Words("Måned", "Month");

    private static final Panel.Head ANSWERS = new Panel.Head(
            new Words("Svar på milepælen (krav 5.2.4)", "Answers at the milestone (requirement 5.2.4)"),
            new Words("I måneden da saken ble avsluttet; ny dato i måneden da den ble avtalt.",
                    "In the month in which the case ended; a new date in the month in which it was agreed."),
            Chart.COLUMNS, MONTH);

    private static final Panel.Head LIST = new Panel.Head(
            new Words("Andel Ja på domenelisten", "Share of the Domain List that says Ja"),
            new Words("Ved månedens slutt, i denne måneden nå.", "At the end of the month, of this month now."),
            Chart.CURVES, MONTH);

    private final FigureBook book;

    MilestoneReport(FigureBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "milestones";
    }

    @Override
    public List<Panel> panels(Period period) {
        return List.of(answers(period), list(period));
    }

    private Panel answers(Period period) {
        Counts ended = this.book.read(Subject.ENDED, Kind.MILESTONE.key(), period);
        Counts moved = this.book.read(Subject.MOVED, period);
        return Panel.of("answers", ANSWERS,
                List.of(Ends.measure(ended, Ending.ENFORCED), Ends.measure(ended, Ending.NOT_ABLE),
                        Ends.measure(ended, Ending.UNANSWERED), Ends.cancelled(ended, Kind.MILESTONE),
                        Measure.told(new Words("Ny dato", "New date"), Unit.COUNT,
                                (month) -> Figure.of(moved.in(month).total(), CaseQuery.of(Subject.MOVED).in(month)))),
                Months.withTotal(period, (month) -> month));
    }

    private Panel list(Period period) {
        Counts list = this.book.read(Subject.LIST_THEN, period);
        return Panel.of("list", LIST, List.of(
                Measure.told(new Words("Domener", "Domains"), Unit.COUNT, (month) -> Figure.of(list.in(month).total())),
                Measure.told(new Words("Ja", "Ja"), Unit.COUNT, (month) -> Figure.of(list.of("JA").in(month).total())),
                Measure.drawn(new Words("Andel Ja", "Share of Ja"), Unit.PERCENT,
                        (month) -> Figure.share(list.of("JA").in(month).total(), list.in(month).total()))),
                Months.of(period, (month) -> month));
    }

}
