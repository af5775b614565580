package no.bits.tls.report;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;

import no.bits.tls.calendar.OsloTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Has every month kept soon after it is over, also where nobody reads reports: history
 * and personal data are deleted one day.
 */
@Component
class MonthEnd implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MonthEnd.class);

    private static final Duration PAUSE = Duration.ofHours(1);

    private final MonthKeeper keeper;

    private final Periods periods;

    private final Clock clock;

    private ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();

    private volatile boolean running;

    MonthEnd(MonthKeeper keeper, Periods periods, Clock clock) {
        this.keeper = keeper;
        this.periods = periods;
        this.clock = clock;
    }

    @Override
    public void start() {
        this.thread = new ThreadPoolTaskScheduler();
        this.thread.setThreadNamePrefix("month-end-");
        this.thread.setDaemon(true);
        this.thread.initialize();
        this.thread.scheduleWithFixedDelay(this::keep, this.thread.getClock().instant().plus(PAUSE), PAUSE);
        this.running = true;
    }

    @Override
    public void stop() {
        this.running = false;
        this.thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    /** Keeps all months that are over and were not kept yet. */
    void keep() {
        try {
            YearMonth now = YearMonth.from(OsloTime.today(this.clock));
            Period all = new Period(this.periods.firstMonth(now), now);
            for (Subject subject : Subject.values()) {
                if (subject.isKept()) {
                    this.keeper.keep(subject, all);
                }
            }
        }
        catch (RuntimeException ex) {
            LOG.warn("The figures of the months that are over could not be kept; the next try is in an hour", ex);
        }
    }

}
