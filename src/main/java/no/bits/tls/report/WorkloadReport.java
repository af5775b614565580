package no.bits.tls.report;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The work ahead, week by week, as far as it is planned today. */
@Component
class WorkloadReport implements Report {

    private static final Panel.Head WEEKS = new Panel.Head(new Words("Arbeid som venter", "Work ahead"),
            new Words("Det som er planlagt i dag. Påminnelser og oppfølging som først planlegges senere, er ikke med.",
                    "What is planned today. Reminders and follow-ups that will only be planned later are not counted."),
            Chart.COLUMNS, new Words("Uke", "Week"));

    private final Present present;

    private final JdbcClient jdbc;

    private final Clock clock;

    WorkloadReport(Present present, JdbcClient jdbc, Clock clock) {
        this.present = present;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "workload";
    }

    @Override
    public Span span() {
        return Span.NEXT_3_MONTHS;
    }

    @Override
    public List<Panel> panels(Period period) {
        List<LocalDate> mondays = mondays(period);
        List<Place> planned = this.present.read(Subject.DUE, mondays.stream().map(Week::startOf).toList());
        return List.of(Panel.of("weeks", WEEKS, measures(),
                IntStream.range(0, mondays.size())
                    .mapToObj((place) -> week(mondays, place, planned).label())
                    .toList()));
    }

    private static List<Measure<Week>> measures() {
        return List.of(work(Work.MILESTONE),
                Measure.drawn(new Words("Kvartalsgjennomganger", "Quarterly reviews"), Unit.COUNT,
                        (week) -> Figure.of(week.reviews())),
                work(Work.REMINDER), work(Work.FOLLOW_UP), work(Work.TASK),
                Measure.told(new Words("Alt som er planlagt", "All that is planned"), Unit.COUNT, Week::all));
    }

    private static Measure<Week> work(Work work) {
        return Measure.drawn(work.words(), Unit.COUNT, (week) -> week.number(work));
    }

    /** What lies between two Mondays, or before the first. */
    private Week week(List<LocalDate> mondays, int place, List<Place> planned) {
        LocalDate monday = (place > 0) ? mondays.get(place - 1) : null;
        LocalDate campaign = Quarter.of(OsloTime.today(this.clock)).next().firstWorkingDay();
        boolean opens = monday != null && !campaign.isBefore(monday) && campaign.isBefore(mondays.get(place));
        return new Week(monday, mondays.get(place), planned.stream().filter((one) -> one.place() == place).toList(),
                opens ? participants() : 0);
    }

    /** This week's Monday and all that follow, to the first after the period. */
    private List<LocalDate> mondays(Period period) {
        LocalDate first = OsloTime.today(this.clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = period.until().atEndOfMonth().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        int weeks = (int) Math.max(1, ChronoUnit.WEEKS.between(first, last));
        return Stream.iterate(first, (day) -> day.plusWeeks(1)).limit(weeks + 1L).toList();
    }

    private long participants() {
        return this.jdbc
            .sql("select count(distinct participant_id) from backoffice.participant_domain where state <> 'LEFT'")
            .query(Long.class)
            .single();
    }

}
