package no.bits.tls.drift;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import no.bits.tls.identifier.DomainName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NightsTests {

    private static final DomainName DOMAIN = new DomainName("fjordbanken.example");

    private final DriftSettings settings = new DriftSettings(LocalTime.of(0, 30), Duration.ofHours(5),
            Duration.ofHours(24), List.of(30, 14, 4), 14);

    @Test
    void aWholeListIsSpreadEvenlyOverTheNight() {
        Nights nights = at("2026-11-28T00:00:00Z");
        Map<Long, Long> perHour = IntStream.range(0, 10_000)
            .mapToObj((number) -> nights.ofNextQuarter(new DomainName("bank%d.example".formatted(number))))
            .collect(Collectors.groupingBy(
                    (moment) -> Duration.between(Instant.parse("2027-01-03T23:30:00Z"), moment).toHours(),
                    Collectors.counting()));
        assertThat(perHour).containsOnlyKeys(0L, 1L, 2L, 3L, 4L);
        assertThat(perHour.values()).allMatch((number) -> number > 1500 && number < 2500);
    }

    @Test
    void theNightIsThatBeforeAQuartersFirstWorkingDay() {
        assertThat(at("2026-12-31T12:00:00Z").ofNextQuarter(DOMAIN)).isBetween("2027-01-03T23:30:00Z",
                "2027-01-04T04:30:00Z");
        assertThat(at("2027-01-04T05:00:00Z").ofNextQuarter(DOMAIN)).isBetween("2027-03-31T22:30:00Z",
                "2027-04-01T03:30:00Z");
    }

    @Test
    void aDomainComesAtTheSameTimeEveryNight() {
        Nights nights = at("2026-11-28T00:00:00Z");
        Instant first = nights.after(DOMAIN, Instant.parse("2026-11-28T12:00:00Z"));
        assertThat(first).isAfter("2026-11-28T12:00:00Z").isBefore("2026-11-29T12:00:00Z");
        assertThat(nights.after(DOMAIN, first)).isEqualTo(first.plus(Duration.ofDays(1)));
        assertThat(nights.after(DOMAIN, first.minusMillis(1))).isEqualTo(first);
    }

    private Nights at(String moment) {
        return new Nights(this.settings, Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
    }

}
