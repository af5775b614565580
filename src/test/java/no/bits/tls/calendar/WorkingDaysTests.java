package no.bits.tls.calendar;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTests {

    @ParameterizedTest
    @CsvSource({ "2024,2024-03-31", "2025,2025-04-20", "2026,2026-04-05", "2027,2027-03-28", "2028,2028-04-16",
            "2029,2029-04-01", "2030,2030-04-21", "2038,2038-04-25", "1818,1818-03-22" })
    void knowsEaster(int year, LocalDate sunday) {
        assertThat(WorkingDays.easterSunday(year)).isEqualTo(sunday);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2024-03-28", "2024-03-29", "2024-04-01", "2024-05-01", "2024-05-09", "2024-05-17",
            "2024-05-20", "2024-12-24", "2024-12-25", "2024-12-26", "2024-12-31", "2025-01-01", "2025-04-17",
            "2025-04-18", "2025-04-21", "2025-05-29", "2025-06-09", "2026-04-02", "2026-04-03", "2026-04-06",
            "2026-05-14", "2026-05-25", "2027-03-25", "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17",
            "2028-04-13", "2028-04-14", "2028-04-17", "2028-05-25", "2028-06-05", "2029-03-29", "2029-03-30",
            "2029-04-02", "2029-05-10", "2029-05-21", "2030-04-18", "2030-04-19", "2030-04-22", "2030-05-30",
            "2030-06-10", "2026-11-21", "2026-11-22" })
    void restsOnPublicHolidaysEvesAndWeekends(LocalDate date) {
        assertThat(WorkingDays.isWorkingDay(date)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2024-02-29", "2024-03-27", "2024-04-02", "2024-05-02", "2024-05-10", "2024-12-23",
            "2024-12-27", "2024-12-30", "2025-04-22", "2026-01-02", "2026-04-01", "2026-04-07", "2026-05-15",
            "2027-05-18", "2028-05-26", "2029-04-03", "2030-06-11", "2026-11-23" })
    void worksOnEveryOtherDay(LocalDate date) {
        assertThat(WorkingDays.isWorkingDay(date)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "2026-04-01,2026-04-01,2026-04-01", "2026-04-02,2026-04-07,2026-04-01",
            "2026-12-24,2026-12-28,2026-12-23", "2027-12-31,2028-01-03,2027-12-30", "2026-05-16,2026-05-18,2026-05-15",
            "2030-01-01,2030-01-02,2029-12-28" })
    void movesForwardAndBackToAWorkingDay(LocalDate date, LocalDate forward, LocalDate back) {
        assertThat(WorkingDays.forward(date)).isEqualTo(forward);
        assertThat(WorkingDays.back(date)).isEqualTo(back);
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-23,2027-02-23", "2025-11-30,2026-03-02", "2023-11-30,2024-02-29", "2026-11-30,2027-03-01",
            "2026-01-02,2026-04-07", "2026-09-24,2026-12-28", "2026-10-01,2027-01-04", "2026-08-31,2026-11-30",
            "2028-02-29,2028-05-29" })
    void milestoneIsThreeMonthsOnAndOnAWorkingDay(LocalDate enrolledOn, LocalDate milestone) {
        assertThat(WorkingDays.milestone(enrolledOn)).isEqualTo(milestone);
    }

}
