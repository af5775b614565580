package no.bits.tls.workflow;

import java.time.Clock;
import java.util.List;

import no.bits.tls.calendar.OsloTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out case numbers: one sequence for all kinds of cases, never the same number
 * twice.
 */
@Component
public class CaseNumbers {

    private final JdbcClient jdbc;

    private final Clock clock;

    CaseNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The next number, in the year that it is in Oslo. A number whose transaction rolls
     * back leaves a gap.
     * @return a number that no other case has
     */
    public CaseNumber next() {
        return next(1).get(0);
    }

    /**
     * The next numbers, in the year that it is in Oslo.
     * @param count how many
     * @return numbers that no other case has
     */
    public List<CaseNumber> next(int count) {
        int year = OsloTime.today(this.clock).getYear();
        return this.jdbc.sql("select nextval('backoffice.case_number') from generate_series(1, ?)")
            .param(count)
            .query(Long.class)
            .list()
            .stream()
            .map((number) -> CaseNumber.of(year, number))
            .toList();
    }

}
