package no.bits.tls.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The real time, until a test moves it forward. */
final class MovedClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    void forward(Duration time) {
        this.ahead = this.ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(this.ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    /** Gives this clock to the application. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        static MovedClock clock() {
            return new MovedClock();
        }

    }

}
