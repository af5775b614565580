package no.bits.tls.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who confirms the list, quarter by quarter, and how many are behind. */
@Component
class ReviewReport implements Report {

    private static final Panel.Head QUARTERS = new Panel.Head(
            new Words("Svar på kvartalsgjennomgangen (krav 5.3.1)",
                    "Answers to the quarterly review (requirement 5.3.1)"),
            new Words("Gjennomgangene som ble åpnet for kvartalet. Tiden regnes fra deltakeren ble spurt.",
                    "The reviews that were opened for the quarter. The time is from when the participant was asked."),
            Chart.COLUMNS, new Words("Kvartal", "Quarter"));

    private static final Panel.Head BEHIND = new Panel.Head(new Words("På etterskudd nå", "Behind now"),
            new Words("Hvor mange hele kvartaler deltakere har latt gå uten å bekrefte.",
                    "How many whole quarters participants have let pass without confirming."),
            Chart.BARS, new Words("Kvartaler på etterskudd", "Quarters behind"));

    private final FigureBook book;

    private final JdbcClient jdbc;

    private final Clock clock;

    ReviewReport(FigureBook book, JdbcClient jdbc, Clock clock) {
        this.book = book;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "reviews";
    }

    @Override
    public List<Panel> panels(Period period) {
        return List.of(quarters(period), behind());
    }

    private Panel quarters(Period period) {
        Counts all = this.book.readWithDays(Subject.REVIEW, period.wholeQuarters());
        return Panel.of("quarters", QUARTERS,
                List.of(state("CONFIRMED", "PAGE", new Words("Bekreftet på svarsiden", "Confirmed on the page")),
                        state("CONFIRMED", "REPLY", new Words("Bekreftet i e-post", "Confirmed by mail")),
                        state("CONFIRMED", "PHONE", new Words("Bekreftet på telefon", "Confirmed by telephone")),
                        state("MISSED", "", new Words("Ikke bekreftet", "Not confirmed")),
                        state("OPEN", "", new Words("Åpne", "Open")),
                        Measure.told(new Words("Andel bekreftet", "Share confirmed"), Unit.PERCENT,
                                (line) -> Figure.share(line.counts().of("CONFIRMED").total(), line.counts().total())),
                        days(0.5, new Words("Halvparten innen", "Half within")),
                        days(0.9, new Words("Ni av ti innen", "Nine in ten within"))),
                Months.quarters(period, (month) -> new Line(month, all.in(month))));
    }

    private Panel behind() {
        Map<Integer, Long> behind = new TreeMap<>();
        this.jdbc.sql("""
                select greatest(0, :now - 1 - quarter) as behind, count(*) as participants
                from backoffice.ledger_entry group by 1""").param("now", now()).query((row) -> {
            behind.put(row.getInt("behind"), row.getLong("participants"));
        });
        List<Label<Long>> lines = behind.entrySet()
            .stream()
            .map((one) -> Label.of(String.valueOf(one.getKey()), one.getValue()))
            .toList();
        return Panel
            .of("behind", BEHIND,
                    List.of(Measure.drawn(new Words("Deltakere", "Participants"), Unit.COUNT,
                            (Long participants) -> Figure.of(participants))),
                    lines)
            .with(new Panel.Link("ledger", new Words("Hvem det er, og hvor langt hver versjon er kommet",
                    "Who they are, and how far each version has come")
                .say()));
    }

    private int now() {
        Quarter now = Quarter.of(OsloTime.today(this.clock));
        return 4 * now.year() + now.number();
    }

    private static Measure<Line> state(String state, String means, Words words) {
        return Measure.drawn(words, Unit.COUNT, (line) -> Figure.of(line.counts.of(state).as(means).total(),
                CaseQuery.of(Subject.REVIEW).kind(state).detail(means).in(line.quarter)));
    }

    private static Measure<Line> days(double share, Words words) {
        return Measure.told(words, Unit.DAYS, (line) -> Figure.of(line.counts.of("CONFIRMED").spread().within(share)));
    }

    /** What a quarter's line is told from. */
    private record Line(Period quarter, Counts counts) {
    }

}
