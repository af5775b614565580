package no.bits.tls.report;

import java.util.List;

import org.springframework.stereotype.Component;

/** Mail in and out, month by month, and what did not arrive. */
@Component
class MailReport implements Report {

    private static final Words MONTH = new Words("Måned", "Month");

    private static final Panel.Head IN = new Panel.Head(new Words("E-post til oss", "Mail to us"), new Words(
            "Etter måneden da den kom, og hva det ble av den. Tallene er endelige to uker etter månedens slutt.",
            "By the month in which it came, and what became of it. Final two weeks after the month's end."),
            Chart.COLUMNS, MONTH);

    private static final Panel.Head OUT = new Panel.Head(new Words("E-post fra oss", "Mail from us"),
            new Words("Etter måneden da den ble skrevet. Usikre er de som ingen vet om kom frem.",
                    "By the month in which it was written. Of uncertain ones nobody knows whether they arrived."),
            Chart.COLUMNS, MONTH);

    private final FigureBook book;

    MailReport(FigureBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "mails";
    }

    @Override
    public List<Panel> panels(Period period) {
        return List.of(in(period), out(period));
    }

    private Panel in(Period period) {
        Counts mails = this.book.read(Subject.MAIL_IN, period);
        return Panel.of("in", IN,
                List.of(all(Subject.MAIL_IN, mails),
                        state(Subject.MAIL_IN, mails, new Words("I en sak", "In a case"), "HANDLED"),
                        state(Subject.MAIL_IN, mails, new Words("Venter", "Waiting"), "STORED", "UNCLAIMED",
                                "QUARANTINED"),
                        state(Subject.MAIL_IN, mails, new Words("Lagt bort", "Dismissed"), "DISMISSED", "DUPLICATE"),
                        state(Subject.MAIL_IN, mails, new Words("Maskinpost", "From machines"), "MACHINE"),
                        state(Subject.MAIL_IN, mails, new Words("Søppelpost", "Spam"), "SPAM")),
                Months.withTotal(period, (month) -> month));
    }

    private Panel out(Period period) {
        Counts mails = this.book.read(Subject.MAIL_OUT, period);
        return Panel.of("out", OUT, List.of(all(Subject.MAIL_OUT, mails),
                state(Subject.MAIL_OUT, mails, new Words("Sendt", "Sent"), "SENT"),
                state(Subject.MAIL_OUT, mails, new Words("På vei", "On their way"), "NEW", "HELD", "CLAIMED", "IN_DATA",
                        "RETRY"),
                state(Subject.MAIL_OUT, mails, new Words("Ikke sendt", "Failed"), "FAILED"),
                state(Subject.MAIL_OUT, mails, new Words("Usikre", "Uncertain"), "UNCERTAIN"),
                state(Subject.MAIL_OUT, mails, new Words("I retur", "Returned"), "RETURNED")),
                Months.withTotal(period, (month) -> month));
    }

    private static Measure<Period> all(Subject subject, Counts counts) {
        return Measure.told(new Words("Alle", "All"), Unit.COUNT,
                (month) -> Figure.of(counts.in(month).total(), CaseQuery.of(subject).in(month)));
    }

    /** Of several states together, the cases cannot be asked for. */
    private static Measure<Period> state(Subject subject, Counts counts, Words words, String... states) {
        return Measure.drawn(words, Unit.COUNT, (month) -> {
            long number = counts.of(states).in(month).total();
            return (states.length > 1) ? Figure.of(number)
                    : Figure.of(number, CaseQuery.of(subject).kind(states[0]).in(month));
        });
    }

}
