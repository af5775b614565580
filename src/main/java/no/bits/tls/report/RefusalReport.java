package no.bits.tls.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.stereotype.Component;

/**
 * Why enrolments are declined: the requirements that were not met, never the words of
 * staff.
 */
@Component
class RefusalReport implements Report {

    private static final Panel.Head REQUIREMENTS = new Panel.Head(
            new Words("Krav som ikke var oppfylt", "Requirements that were not met"),
            new Words("Da innmeldingen ble avslått. En innmelding kan mangle flere.",
                    "When the enrolment was declined. An enrolment may lack several."),
            Chart.BARS, new Words("Krav", "Requirement"));

    private static final Panel.Head MONTHS = new Panel.Head(new Words("Avslag måned for måned", "Declined by month"),
            new Words("Av alle innmeldinger som ble avgjort i måneden.", "Of all enrolments settled in the month."),
            Chart.COLUMNS, new Words("Måned", "Month"));

    private static final Words IN_WORDS = new Words("Ingen av kravene, bare saksbehandlers egne ord",
            "None of the requirements, only the words of staff");

    private static final Map<String, Words> TITLES = Map.of("5.1.1",
            new Words("E-postløsningen kan brukes med TLS", "The mail solution can be used with TLS"), "5.1.2",
            new Words("Sertifikatet er utstedt av noen som alle stoler på",
                    "The certificate is issued by somebody whom all trust"),
            "5.1.4",
            new Words("Opplysningene i vedlegg 2 er fullstendige", "The information of appendix 2 is complete"),
            "5.1.5", new Words("Samsvarserklæringen er gitt", "The declaration of conformity is given"), "5.1.6",
            new Words("Teknisk kontakt er oppgitt", "A technical contact is given"), "5.2.1",
            new Words("STARTTLS tilbys og virker", "STARTTLS is offered and works"), "5.2.4",
            new Words("Det er svart på om TLS kreves inn", "Whether TLS is enforced inbound is answered"), "5.2.7",
            new Words("TLS 1.2 eller nyere brukes", "TLS 1.2 or newer is used"), "5.2.8",
            new Words("Sertifikatet har serverens navn", "The certificate has the server's name"), "5.3.2",
            new Words("Administratoren kan nås på en felles adresse",
                    "The administrator can be reached at a generic address"));

    private final FigureBook book;

    RefusalReport(FigureBook book) {
        this.book = book;
    }

    @Override
    public String id() {
        return "refusals";
    }

    @Override
    public List<Panel> panels(Period period) {
        return List.of(requirements(period), months(period));
    }

    private Panel requirements(Period period) {
        Counts refused = this.book.read(Subject.REFUSED, period);
        List<Label<String>> lines = new ArrayList<>(new TreeSet<>(refused.kinds()).stream()
            .map((requirement) -> Label.of(title(requirement), requirement))
            .toList());
        return Panel.of("requirements", REQUIREMENTS,
                List.of(Measure.drawn(new Words("Avslag", "Declined"), Unit.COUNT, (requirement) -> Figure
                    .of(refused.of(requirement).total(), CaseQuery.of(Subject.REFUSED).kind(requirement).in(period)))),
                lines);
    }

    private Panel months(Period period) {
        Counts ended = this.book.read(Subject.ENDED, Kind.ENROLMENT.key(), period);
        return Panel.of("months", MONTHS,
                List.of(Ends.measure(ended, Ending.DECLINED),
                        Measure.told(new Words("Av alle", "Of all"), Unit.PERCENT, (month) -> Figure
                            .share(ended.as(Ending.DECLINED.event()).in(month).total(), ended.in(month).total()))),
                Months.withTotal(period, (month) -> month));
    }

    private static String title(String requirement) {
        return requirement.isEmpty() ? IN_WORDS.say() : requirement + " "
                + TITLES.getOrDefault(requirement, new Words("Annet krav", "Another requirement")).say();
    }

}
