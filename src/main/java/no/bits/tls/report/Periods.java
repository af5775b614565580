package no.bits.tls.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

import no.bits.tls.calendar.OsloTime;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which months a reader means. */
@Component
class Periods {

    private static final int YEARS_AHEAD = 2;

    private final JdbcClient jdbc;

    private final Clock clock;

    Periods(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Finds the months: those that are named, else those of the span.
     * @param from the first month, if it is named
     * @param until the last month, if it is named
     * @param span otherwise this
     * @return months of which there can be figures
     * @throws ResponseStatusException if the period ends before it begins
     */
    Period of(@Nullable YearMonth from, @Nullable YearMonth until, Span span) {
        YearMonth now = YearMonth.from(OsloTime.today(this.clock));
        YearMonth first = firstMonth(now);
        if (from == null && until == null) {
            return span.around(now, first);
        }
        Period asked = new Period((from != null) ? from : first, (until != null) ? until : now);
        if (asked.from().isAfter(asked.until())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
                    new Words("Perioden må begynne før den slutter.", "The period has to begin before it ends.").say());
        }
        return within(asked, first, now.plusYears(YEARS_AHEAD));
    }

    private static Period within(Period asked, YearMonth first, YearMonth last) {
        YearMonth from = asked.from().isBefore(first) ? first : asked.from();
        YearMonth until = asked.until().isAfter(last) ? last : asked.until();
        return new Period(from.isAfter(until) ? until : from, until);
    }

    /** Of the first case there was, or of the first month that was kept. */
    YearMonth firstMonth(YearMonth now) {
        return this.jdbc.sql("""
                select least((select month from backoffice.report_started order by at limit 1),
                    (select min(month) from backoffice.report_figure))""")
            .query((row, number) -> row.getObject(1, LocalDate.class))
            .optional()
            .map(YearMonth::from)
            .filter((first) -> first.isBefore(now))
            .orElse(now);
    }

}
