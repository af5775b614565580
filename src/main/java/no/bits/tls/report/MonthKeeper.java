package no.bits.tls.report;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts months that are over once, and keeps what it counted: it never changes any more,
 * and outlives the cases.
 */
@Component
class MonthKeeper {

    private static final String MONTHS = """
            with over as (
                insert into backoffice.report_month (subject, month, counted_at)
                select :subject, month, :now
                from generate_series(cast(:first as date), cast(:last as date), interval '1 month') as month
                on conflict do nothing returning month)
            insert into backoffice.report_figure (subject, month, kind, detail, number, days, numbers)
            """;

    private static final String FLOW = MONTHS + """
            select :subject, month, kind, detail, sum(number), array_agg(days) filter (where days is not null),
                array_agg(number) filter (where days is not null) from (
                select month, kind, detail, days, count(*) as number from %s join over using (month)
                where at >= :from and at < :until group by 1, 2, 3, 4) as counted
            group by 2, 3, 4""";

    private static final String STOCK = MONTHS + """
            select :subject, month, kind, detail, number, null, null
            from over cross join lateral %s(backoffice.end_of(month)) where :from < :until""";

    private final JdbcClient jdbc;

    private final Clock clock;

    MonthKeeper(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps the months of a period that are over and were not kept yet.
     * @param subject what is counted
     * @param period the months
     * @return the first month that is not over, which may lie behind the period
     */
    YearMonth keep(Subject subject, Period period) {
        YearMonth unsettled = subject.firstUnsettled(this.clock.instant());
        Period over = new Period(period.from(),
                period.until().isBefore(unsettled) ? period.until() : unsettled.minusMonths(1));
        if (!over.from().isAfter(over.until()) && kept(subject, over) < over.months().size()) {
            count(subject, over);
        }
        return unsettled;
    }

    private long kept(Subject subject, Period period) {
        return this.jdbc.sql("""
                select count(*) from backoffice.report_month
                where subject = :subject and month between :first and :last""")
            .param("subject", subject.name())
            .param("first", period.from().atDay(1))
            .param("last", period.until().atDay(1))
            .query(Long.class)
            .single();
    }

    private void count(Subject subject, Period period) {
        this.jdbc.sql((subject.isStock() ? STOCK : FLOW).formatted(subject.source()))
            .param("subject", subject.name())
            .param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
            .param("first", period.from().atDay(1))
            .param("last", period.until().atDay(1))
            .param("from", subject.moment(period.start()))
            .param("until", subject.moment(period.end()))
            .update();
    }

}
