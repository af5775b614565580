package no.bits.tls.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells figures month by month: what was kept of the months that are over, and what is
 * counted now of the others.
 */
@Component
class FigureBook {

    private static final String KEPT = """
            select month, kind, detail, number, %s from backoffice.report_figure
            where subject = :subject and month between :first and :last and month < :live
                and :kind in ('', kind)""";

    private static final String FLOW = """
             union all select month, kind, detail, count(*), null, null from %s
            where at >= :from and at < :until and :kind in ('', kind) group by 1, 2, 3""";

    private static final String FLOW_WITH_DAYS = """
             union all select month, kind, detail, sum(number), array_agg(days) filter (where days is not null),
                array_agg(number) filter (where days is not null) from (
                select month, kind, detail, days, count(*) as number from %s
                where at >= :from and at < :until and :kind in ('', kind) group by 1, 2, 3, 4) as counted
            group by 1, 2, 3""";

    private static final String STOCK = """
             union all select cast(month as date), kind, detail, number, null, null
            from generate_series(cast(:live as date), cast(:last as date), interval '1 month') as month
                cross join lateral %s(backoffice.end_of(cast(month as date)))""";

    private final JdbcClient jdbc;

    private final MonthKeeper months;

    FigureBook(JdbcClient jdbc, MonthKeeper months) {
        this.jdbc = jdbc;
        this.months = months;
    }

    /**
     * Tells how many there were.
     * @param subject what is counted
     * @param period the months
     * @return one count for each combination that occurs
     */
    Counts read(Subject subject, Period period) {
        return read(subject, "", period);
    }

    /**
     * Tells how many there were of one kind.
     * @param subject what is counted
     * @param kind the kind
     * @param period the months
     * @return one count for each combination that occurs
     */
    Counts read(Subject subject, String kind, Period period) {
        return read(subject, kind, period, "null, null", subject.isStock() ? STOCK : FLOW);
    }

    /**
     * Tells how many there were and in how many days.
     * @param subject what is counted
     * @param period the months
     * @return one count for each combination that occurs
     */
    Counts readWithDays(Subject subject, Period period) {
        return read(subject, "", period, "days, numbers", FLOW_WITH_DAYS);
    }

    private Counts read(Subject subject, String kind, Period period, String spread, String now) {
        YearMonth unsettled = this.months.keep(subject, period);
        YearMonth live = unsettled.isBefore(period.from()) ? period.from() : unsettled;
        String question = KEPT.formatted(spread)
                + (live.isAfter(period.until()) ? "" : now.formatted(subject.source()));
        return new Counts(this.jdbc.sql(question)
            .param("subject", subject.name())
            .param("kind", kind)
            .param("first", period.from().atDay(1))
            .param("last", period.until().atDay(1))
            .param("live", live.atDay(1))
            .param("from", subject.moment(Period.startOf(live)))
            .param("until", subject.moment(period.end()))
            .query((row, number) -> new Count(YearMonth.from(row.getObject(1, LocalDate.class)), row.getString(2),
                    row.getString(3), row.getLong(4), spread(row)))
            .list());
    }

    private static Spread spread(ResultSet row) throws SQLException {
        Spread spread = new Spread();
        Array days = row.getArray(5);
        if (days != null) {
            add(spread, (Double[]) days.getArray(), (Long[]) row.getArray(6).getArray());
        }
        return spread;
    }

    private static void add(Spread spread, Double[] days, Long[] numbers) {
        for (int i = 0; i < days.length; i++) {
            spread.add(days[i], numbers[i]);
        }
    }

}
