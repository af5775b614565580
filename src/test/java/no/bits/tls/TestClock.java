package no.bits.tls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives the application a clock that a test can move. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    @Bean
    Movable clock(ObjectProvider<ProcessEngine> engine) {
        return new Movable(engine);
    }

    /** The real time and how far tests have moved it forward. */
    public static final class Movable extends Clock {

        private final Clock real = Clock.systemUTC();

        private final ObjectProvider<ProcessEngine> engine;

        private volatile Duration ahead = Duration.ZERO;

        Movable(ObjectProvider<ProcessEngine> engine) {
            this.engine = engine;
        }

        /**
         * Moves the clock forward and wakes the engine, which looks for due timers.
         * @param time how far
         */
        public void forward(Duration time) {
            this.ahead = this.ahead.plus(time);
            ((ProcessEngineConfigurationImpl) this.engine.getObject().getProcessEngineConfiguration()).getJobExecutor()
                .jobWasAdded();
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
            return Clock.offset(Clock.system(zone), this.ahead);
        }

    }

}
