package no.bits.tls.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import no.bits.tls.calendar.OsloTime;

/**
 * The real time and how far somebody has moved it forward; it never goes back, and
 * remembers in a file how far it went.
 */
final class TravellingClock extends Clock {

    private final Path memory;

    private final Clock real = Clock.systemUTC();

    private volatile Duration ahead;

    TravellingClock(Path memory) {
        this.memory = memory;
        this.ahead = remembered(memory);
    }

    /** How far this clock is ahead of the real time. */
    Duration ahead() {
        return this.ahead;
    }

    /**
     * Moves the clock forward as a calendar in Oslo would: the same time of day.
     * @param period how far, for example three months
     */
    synchronized void forward(Period period) {
        ZonedDateTime now = ZonedDateTime.now(withZone(OsloTime.ZONE));
        this.ahead = this.ahead.plus(Duration.between(now, now.plus(period)));
        try {
            Files.writeString(this.memory, this.ahead.toString());
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The clock cannot be remembered in %s".formatted(this.memory), ex);
        }
    }

    @Override
    public Instant instant() {
        return this.real.instant().plus(this.ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    private static Duration remembered(Path memory) {
        try {
            return Files.exists(memory) ? Duration.parse(Files.readString(memory).strip()) : Duration.ZERO;
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The clock cannot be read from %s".formatted(memory), ex);
        }
    }

    /** The same clock on another wall. */
    private static final class InZone extends Clock {

        private final Clock clock;

        private final ZoneId zone;

        InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return this.clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return this.zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(this.clock, other);
        }

    }

}
