package no.bits.tls.workflow;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;

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
        long number = this.jdbc.sql("select nextval('backoffice.case_number')").query(Long.class).single();
        return CaseNumber.of(Year.now(this.clock.withZone(ZoneId.of("Europe/Oslo"))).getValue(), number);
    }

}
