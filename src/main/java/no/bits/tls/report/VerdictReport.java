package no.bits.tls.report;

import java.util.Arrays;
import java.util.List;

import no.bits.tls.tls.Outcome;
import no.bits.tls.tls.Requirement;
import no.bits.tls.workflow.DeskLanguage;

import org.springframework.stereotype.Component;

/** What was seen last at the mail servers of all listed domains. */
@Component
class VerdictReport implements Report {

    private static final Panel.Head NOW = new Panel.Head(
            new Words("Kravene, over alle domener på listen", "The requirements, over all listed domains"),
            new Words("Det siste vi har sett av hvert domene.", "What we have seen last of each domain."), Chart.BARS,
            new Words("Krav", "Requirement"));

    private static final Panel.Head MONTHS = new Panel.Head(
            new Words("Andel domener som oppfyller kravene", "Share of domains that meet the requirements"),
            new Words("Ved månedens slutt, i denne måneden nå, av dem som vi kunne undersøke.",
                    "At the end of the month, of this month now, of those that we could test."),
            Chart.CURVES, new Words("Måned", "Month"));

    private final FigureBook book;

    VerdictReport(FigureBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "verdicts";
    }

    @Override
    public List<Panel> panels(Period period) {
        Counts all = this.book.read(Subject.VERDICTS_THEN, period);
        return List.of(last(all.in(new Period(period.until(), period.until()))), months(period, all));
    }

    private static Panel last(Counts now) {
        return Panel.of("last", NOW,
                List.of(verdict(new Words("I orden", "In order"), Outcome.PASS),
                        verdict(new Words("Merknad", "Note"), Outcome.NOTE),
                        verdict(new Words("Feil", "Failure"), Outcome.FAIL),
                        verdict(new Words("Prøves igjen", "Tried again"), Outcome.RETRY),
                        verdict(new Words("Ikke prøvd", "Not tested"), Outcome.UNKNOWN)),
                Arrays.stream(Requirement.values())
                    .map((requirement) -> Label.of(title(requirement), now.of(requirement.name())))
                    .toList());
    }

    private static Panel months(Period period, Counts all) {
        return Panel.of("months", MONTHS,
                Arrays.stream(Requirement.values())
                    .map((requirement) -> Measure.drawn(new Words(requirement.number(), requirement.number()),
                            Unit.PERCENT, (Period month) -> met(all.of(requirement.name()).in(month))))
                    .toList(),
                Months.of(period, (month) -> month));
    }

    private static Figure met(Counts counts) {
        long met = counts.as(Outcome.PASS.name(), Outcome.NOTE.name()).total();
        return Figure.share(met, met + counts.as(Outcome.FAIL.name()).total());
    }

    private static Measure<Counts> verdict(Words words, Outcome outcome) {
        return Measure.drawn(words, Unit.COUNT, (counts) -> Figure.of(counts.as(outcome.name()).total()));
    }

    private static String title(Requirement requirement) {
        return requirement.number() + " " + requirement.title(DeskLanguage.ofReader().written());
    }

}
