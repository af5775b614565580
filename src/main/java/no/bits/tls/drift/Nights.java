package no.bits.tls.drift;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.identifier.DomainName;

import org.springframework.stereotype.Component;

/**
 * When listed domains are looked at: each at its own moment of the night, so that all of
 * them are spread evenly and each comes at the same time.
 */
@Component
class Nights {

    private final DriftSettings settings;

    private final Clock clock;

    Nights(DriftSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A domain's moment in the night before the next quarter's first working day. */
    Instant ofNextQuarter(DomainName domain) {
        return Stream.iterate(Quarter.of(OsloTime.today(this.clock)), Quarter::next)
            .map((quarter) -> momentOf(domain, quarter.firstWorkingDay()))
            .filter((moment) -> moment.isAfter(this.clock.instant()))
            .findFirst()
            .orElseThrow();
    }

    /** A domain's first moment after a time. */
    Instant after(DomainName domain, Instant time) {
        return Stream.iterate(OsloTime.dateOf(time), (day) -> day.plusDays(1))
            .map((day) -> momentOf(domain, day))
            .filter((moment) -> moment.isAfter(time))
            .findFirst()
            .orElseThrow();
    }

    private Instant momentOf(DomainName domain, LocalDate day) {
        long offset = Math.floorMod(domain.ascii().hashCode(), Math.max(1, this.settings.nightLasts().toSeconds()));
        return day.atTime(this.settings.nightBegins()).atZone(OsloTime.ZONE).toInstant().plusSeconds(offset);
    }

}
