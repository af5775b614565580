package no.bits.tls.calendar;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlinesTests {

    @ParameterizedTest(name = "asked on {0}, {1} days later: reminder {2}, up {3}")
    @CsvSource({ "2026-12-10,14,2026-12-23T07:00:00Z,2026-12-28T07:00:00Z",
            "2027-03-12,14,2027-03-24T07:00:00Z,2027-03-30T06:00:00Z",
            "2027-10-18,14,2027-11-01T07:00:00Z,2027-11-01T07:00:00Z",
            "2027-10-15,14,2027-10-29T06:00:00Z,2027-10-29T06:00:00Z",
            "2027-02-03,-14,2027-01-20T07:00:00Z,2027-01-20T07:00:00Z" })
    void remindsEarlyAndIsUpLateAtEightInOslo(LocalDate asked, int days, Instant reminder, Instant due) {
        assertThat(Deadlines.reminder(asked, days)).isEqualTo(reminder);
        assertThat(Deadlines.due(asked, days)).isEqualTo(due);
    }

    @ParameterizedTest(name = "08:00 on {0} is {1}")
    @CsvSource({ "2027-03-27,2027-03-27T07:00:00Z", "2027-03-28,2027-03-28T06:00:00Z",
            "2027-10-30,2027-10-30T06:00:00Z", "2027-10-31,2027-10-31T07:00:00Z" })
    void theMorningIsAtEightAlsoOnTheDayOnWhichTheClocksChange(LocalDate date, Instant morning) {
        assertThat(OsloTime.morningOf(date)).isEqualTo(morning);
        assertThat(OsloTime.dateOf(morning)).isEqualTo(date);
    }

}
