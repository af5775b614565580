package no.bits.tls.report;

import java.util.List;

import org.springframework.stereotype.Component;

/** How many ask to join, what comes of it, and how long it takes. */
@Component
class EnrolmentReport implements Report {

    private static final Words MONTH = new Words("Måned", "Month");

    private static final Panel.Head OUTCOMES = new Panel.Head(
            new Words("Innmeldinger og hva det ble av dem", "Enrolments and what came of them"),
            new Words(
                    "Mottatt i måneden, og avgjort i måneden uansett når de ble mottatt. En bortfalt innmelding kan komme tilbake.",
                    "Received in the month, and settled in the month whenever they were received. A lapsed enrolment may come back."),
            Chart.COLUMNS, MONTH);

    private static final Panel.Head TIME = new Panel.Head(new Words("Tid til listen", "Time to the list"),
            new Words("Fra den første e-posten til domenet sto på listen, for dem som kom på listen i måneden.",
                    "From the first mail until the domain was on the list, of those listed in the month."),
            Chart.CURVES, MONTH);

    private final FigureBook book;

    EnrolmentReport(FigureBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "enrolments";
    }

    @Override
    public List<Panel> panels(Period period) {
        return List.of(outcomes(period), time(period));
    }

    private Panel outcomes(Period period) {
        Counts received = this.book.read(Subject.RECEIVED, period);
        Counts ended = this.book.read(Subject.ENDED, Kind.ENROLMENT.key(), period);
        return Panel.of(
                "outcomes", OUTCOMES, List.of(
                        Measure.told(new Words("Mottatt", "Received"), Unit.COUNT,
                                (month) -> Figure.of(received.in(month).total(),
                                        CaseQuery.of(Subject.RECEIVED).in(month))),
                        Ends.measure(ended, Ending.LISTED), Ends.measure(ended, Ending.DECLINED),
                        Ends.measure(ended, Ending.LAPSED), Ends.cancelled(ended, Kind.ENROLMENT)),
                Months.withTotal(period, (month) -> month));
    }

    private Panel time(Period period) {
        Counts listed = this.book.readWithDays(Subject.LISTED, period);
        return Panel.of("time", TIME,
                List.of(Durations.number(new Words("På listen", "Listed")), Durations.half(), Durations.most()),
                Months.withTotal(period,
                        (month) -> new Durations(listed.in(month).spread(), CaseQuery.of(Subject.LISTED).in(month))));
    }

}
