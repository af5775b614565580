package no.bits.tls.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;

import no.bits.tls.calendar.OsloTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TravellingClockTests {

    @TempDir
    Path folder;

    @Test
    void showsTheRealTimeUntilItIsMoved() {
        assertThat(clock().instant()).isCloseTo(Clock.systemUTC().instant(), within(Duration.ofMinutes(1)));
    }

    @Test
    void movesToTheSameTimeOfDayInOslo() {
        TravellingClock clock = clock();
        ZonedDateTime before = ZonedDateTime.now(clock.withZone(OsloTime.ZONE));
        clock.forward(Period.ofMonths(3));
        assertThat(ZonedDateTime.now(clock.withZone(OsloTime.ZONE))).isCloseTo(before.plusMonths(3),
                within(Duration.ofMinutes(1)));
    }

    @Test
    void remembersHowFarItWentWhenStartedAgain() {
        clock().forward(Period.ofDays(7));
        clock().forward(Period.ofDays(1));
        assertThat(clock().ahead().plusHours(1).toDays()).isEqualTo(8);
    }

    private TravellingClock clock() {
        return new TravellingClock(this.folder.resolve("clock"));
    }

}
