package no.bits.tls.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;

/**
 * Whole months in Oslo.
 *
 * @param from the first
 * @param until the last
 */
record Period(YearMonth from, YearMonth until) {

    /** The months, in their order. */
    List<YearMonth> months() {
        return Stream.iterate(this.from, (month) -> !month.isAfter(this.until), (month) -> month.plusMonths(1))
            .toList();
    }

    /** Each quarter's first month, of all quarters that it touches. */
    List<YearMonth> quarters() {
        return wholeQuarters().months().stream().filter((month) -> month.getMonthValue() % 3 == 1).toList();
    }

    /** The quarters that it touches. */
    Period wholeQuarters() {
        return new Period(this.from.minusMonths((this.from.getMonthValue() - 1) % 3),
                this.until.plusMonths(2 - (this.until.getMonthValue() - 1) % 3));
    }

    /** When it begins. */
    Instant start() {
        return startOf(this.from);
    }

    /** When it is over. */
    Instant end() {
        return startOf(this.until.plusMonths(1));
    }

    static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(OsloTime.ZONE).toInstant();
    }

    @Override
    public String toString() {
        return this.from + "_" + this.until;
    }

}
