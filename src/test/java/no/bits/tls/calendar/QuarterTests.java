package no.bits.tls.calendar;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuarterTests {

    @ParameterizedTest
    @CsvSource({ "2026-01-01,2026-Q1,2026-01-02,2026-Q2", "2026-06-30,2026-Q2,2026-04-01,2026-Q3",
            "2026-07-01,2026-Q3,2026-07-01,2026-Q4", "2026-12-31,2026-Q4,2026-10-01,2027-Q1",
            "2029-04-02,2029-Q2,2029-04-03,2029-Q3", "2028-01-15,2028-Q1,2028-01-03,2028-Q2" })
    void knowsItsFirstWorkingDayAndTheQuarterAfter(LocalDate date, String quarter, LocalDate first, String next) {
        assertThat(Quarter.of(date)).hasToString(quarter);
        assertThat(Quarter.of(date).firstWorkingDay()).isEqualTo(first);
        assertThat(Quarter.of(date).next()).hasToString(next);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({ "2026-Q4,2027-Q1,1", "2026-Q4,2026-Q4,0", "2027-Q2,2026-Q4,-2", "2026-Q1,2028-Q2,9" })
    void countsTheQuartersUntilAnother(String quarter, String other, int count) {
        assertThat(Quarter.parse(quarter).until(Quarter.parse(other))).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-Q5", "2026-Q0", "26-Q1", "2026Q1", "" })
    void refusesWhatIsNoQuarter(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quarter.parse(text));
    }

    @Test
    void refusesAFifthQuarter() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(2026, 5))
            .withMessage("5 is no quarter: a year has the quarters 1 to 4");
    }

}
