package no.bits.tls.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells figures month by month: what was kept of the months that are over, and what is
 * counted now of the others.
 */
@Component
class FigureBook {

    private static final String KEPT = """
            select month, kind, detail, days, number from backoffice.report_figure
            where subject = :subject and month >= :first and month <= :last and month < :live""";

    private static final String FLOW = """
            select month, kind, detail, days, count(*) as number from %s
            where at >= :from and at < :until group by 1, 2, 3, 4""";

    private static final String STOCK = """
            select cast(month as date) as month, kind, detail, cast(null as double precision) as days, number
            from generate_series(cast(:live as date), cast(:last as date), interval '1 month') as month
                cross join lateral %s(backoffice.end_of(cast(month as date)))""";

    private final JdbcClient jdbc;

    private final MonthKeeper months;

    FigureBook(JdbcClient jdbc, MonthKeeper months) {
        this.jdbc = jdbc;
        this.months = months;
    }

    /**
     * Tells the figures of a period.
     * @param subject what is counted
     * @param period the months
     * @param apart what they are told apart by
     * @return one count for each combination that occurs
     */
    Counts read(Subject subject, Period period, Grain... apart) {
        return read(subject, "", period, apart);
    }

    /**
     * Tells the figures of a period.
     * @param subject what is counted
     * @param kind of which kind only; empty for all
     * @param period the months
     * @param apart what they are told apart by
     * @return one count for each combination that occurs
     */
    Counts read(Subject subject, String kind, Period period, Grain... apart) {
        YearMonth unsettled = this.months.keep(subject, period);
        YearMonth live = unsettled.isBefore(period.from()) ? period.from() : unsettled;
        String now = live.isAfter(period.until()) ? ""
                : " union all " + (subject.isStock() ? STOCK : FLOW).formatted(subject.source());
        return new Counts(this.jdbc.sql(question(KEPT + now, List.of(apart)))
            .param("subject", subject.name())
            .param("kind", kind)
            .param("first", period.from().atDay(1))
            .param("last", period.until().atDay(1))
            .param("live", live.atDay(1))
            .param("from", subject.moment(Period.startOf(live)))
            .param("until", subject.moment(period.end()))
            .query(FigureBook::count)
            .list());
    }

    private static String question(String figures, List<Grain> apart) {
        String groups = String.join(", ",
                Stream.of(Grain.values())
                    .filter(apart::contains)
                    .map((grain) -> String.valueOf(grain.ordinal() + 1))
                    .toList());
        return "select %s, sum(number) as number from (%s) as figures where :kind in ('', kind)%s"
            .formatted(Grain.columns(apart), figures, groups.isEmpty() ? "" : " group by " + groups);
    }

    private static Count count(ResultSet row, int number) throws SQLException {
        return new Count(YearMonth.from(row.getObject("month", LocalDate.class)), row.getString("kind"),
                row.getString("detail"), row.getDouble("days"), row.getLong("number"));
    }

}
