package no.bits.tls.demo;

import java.time.Period;
import java.time.ZonedDateTime;

import no.bits.tls.calendar.OsloTime;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Moves the clock and tells the engine at once, so that due timers need not wait. */
final class TimeTravel {

    private final TravellingClock clock;

    private final ProcessEngine engine;

    TimeTravel(TravellingClock clock, ProcessEngine engine) {
        this.clock = clock;
        this.engine = engine;
    }

    /** What the clock on the wall in Oslo shows. */
    ZonedDateTime now() {
        return ZonedDateTime.now(this.clock.withZone(OsloTime.ZONE));
    }

    /** How many days the clock is ahead of the real time. */
    long daysAhead() {
        return this.clock.ahead().toDays();
    }

    /**
     * Moves the clock forward.
     * @param period how far
     */
    void forward(Period period) {
        this.clock.forward(period);
        ((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration()).getJobExecutor().jobWasAdded();
    }

}
