package no.bits.tls.errorreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.evidence.Cause;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Error reports for managers: how many, why, how long they take, and at whom they come
 * again and again. What was joined counts once.
 */
@Component
class ErrorFigures {

    private static final int MOST_OFFENDERS = 50;

    private static final String DAYS = "extract(epoch from ended_at - opened_at) / 86400";

    private final JdbcClient jdbc;

    private final Clock clock;

    ErrorFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How it stands today. */
    Summary summary() {
        return this.jdbc.sql("""
                select count(*) filter (where ended_at is null) as open,
                    min(opened_at) filter (where ended_at is null) as oldest,
                    count(*) filter (where state = 'SOLVED' and ended_at >= :since) as solved,
                    percentile_cont(0.5) within group (order by %s)
                        filter (where state = 'SOLVED' and ended_at >= :since) as days
                from backoffice.error_report where state <> 'JOINED'""".formatted(DAYS))
            .param("since", this.clock.instant().minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC))
            .query((row, number) -> new Summary(row.getInt("open"),
                    Optional.ofNullable(row.getTimestamp("oldest"))
                        .map((oldest) -> OsloTime.dateOf(oldest.toInstant()))
                        .orElse(null),
                    row.getInt("solved"), days(row, "days")))
            .single();
    }

    /**
     * The cases of each quarter in which they were opened.
     * @param most how many quarters
     * @return the newest quarter first
     */
    List<Period> periods(int most) {
        return this.jdbc.sql("""
                select extract(year from opened_at at time zone 'Europe/Oslo')::int as year,
                    extract(quarter from opened_at at time zone 'Europe/Oslo')::int as quarter,
                    count(*) as opened, count(*) filter (where state = 'SOLVED') as solved,
                    count(*) filter (where ended_at is null) as open,
                    percentile_cont(0.5) within group (order by %1$s) filter (where state = 'SOLVED') as half,
                    percentile_cont(0.9) within group (order by %1$s) filter (where state = 'SOLVED') as nine
                from backoffice.error_report where state <> 'JOINED'
                group by 1, 2 order by 1 desc, 2 desc limit :most""".formatted(DAYS))
            .param("most", most)
            .query((row, number) -> new Period("%d-Q%d".formatted(row.getInt("year"), row.getInt("quarter")),
                    row.getInt("opened"), row.getInt("solved"), row.getInt("open"), days(row, "half"),
                    days(row, "nine")))
            .list();
    }

    /**
     * Why mail failed, quarter by quarter.
     * @param most how many quarters, the newest
     * @return one line for each cause in each quarter, the newest quarter first, what is
     * frequent first
     */
    List<Reason> causes(int most) {
        return this.jdbc.sql("""
                with quarters as (
                    select extract(year from opened_at at time zone 'Europe/Oslo')::int * 4
                        + extract(quarter from opened_at at time zone 'Europe/Oslo')::int - 1 as quarter, cause
                    from backoffice.error_report where state <> 'JOINED')
                select quarter, cause, count(*) as cases from quarters
                where quarter in (select distinct quarter from quarters order by 1 desc limit :most)
                group by 1, 2 order by 1 desc, 3 desc, 2""")
            .param("most", most)
            .query((row, number) -> new Reason(
                    "%d-Q%d".formatted(row.getInt("quarter") / 4, row.getInt("quarter") % 4 + 1),
                    ErrorReportSheet.inWords(Cause.valueOf(row.getString("cause"))), row.getInt("cases")))
            .list();
    }

    /** The participants to which mail failed more than once within a year. */
    List<Offender> offenders() {
        return this.jdbc.sql("""
                select p.organisation, count(distinct r.id) as cases, max(r.opened_at) as newest,
                    count(distinct r.id) filter (where r.ended_at is null) as open
                from backoffice.error_report r
                    join backoffice.complaint c on c.error_report = r.id
                    join backoffice.participant p on p.id = c.participant_id
                where r.opened_at >= :since and r.state in ('PURSUED', 'LEAVING', 'SOLVED', 'UNSOLVED', 'LEFT')
                group by p.id, p.organisation having count(distinct r.id) > 1
                order by 2 desc, 3 desc, 1 limit :most""")
            .param("since", this.clock.instant().minus(Duration.ofDays(365)).atOffset(ZoneOffset.UTC))
            .param("most", MOST_OFFENDERS)
            .query((row, number) -> new Offender(row.getString("organisation"), row.getInt("cases"), row.getInt("open"),
                    OsloTime.dateOf(row.getTimestamp("newest").toInstant())))
            .list();
    }

    private static String words(Cause cause) {
        return DeskLanguage.ofReader().of(cause.norwegian(), cause.english());
    }

    private static @Nullable Double days(ResultSet row, String column) throws SQLException {
        double days = row.getDouble(column);
        return row.wasNull() ? null : Math.round(days * 10) / 10.0;
    }

    /**
     * How it stands.
     *
     * @param open how many are open
     * @param oldest since when the first of them is
     * @param solved how many were solved in the last 90 days
     * @param days in how many days half of these were
     */
    record Summary(int open, @Nullable LocalDate oldest, int solved, @Nullable Double days) {
    }

    /**
     * A quarter.
     *
     * @param half in how many days half of those were solved that are
     * @param nine in how many days nine of ten were
     */
    record Period(String quarter, int opened, int solved, int open, @Nullable Double half, @Nullable Double nine) {
    }

    /** A cause in a quarter. */
    record Reason(String quarter, String cause, int cases) {
    }

    /** A participant to which mail failed again. */
    record Offender(String organisation, int cases, int open, LocalDate newestOn) {
    }

}
