package no.bits.tls.report;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;

import no.bits.tls.calendar.OsloTime;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has every month kept soon after it is over, also where nobody reads reports: history is
 * deleted one day.
 */
@Component
class MonthEnd {

    private final MonthKeeper keeper;

    private final Periods periods;

    private final Clock clock;

    MonthEnd(MonthKeeper keeper, Periods periods, Clock clock) {
        this.keeper = keeper;
        this.periods = periods;
        this.clock = clock;
    }

    /** Keeps all months that are over and were not kept yet. */
    @Scheduled(cron = "0 10 5 * * *", zone = "Europe/Oslo")
    void keep() {
        YearMonth now = YearMonth.from(OsloTime.today(this.clock));
        Period all = new Period(this.periods.firstMonth(now), now);
        Arrays.stream(Subject.values()).filter(Subject::isKept).forEach((subject) -> this.keeper.keep(subject, all));
    }

}
