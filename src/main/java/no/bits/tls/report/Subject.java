package no.bits.tls.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

import no.bits.tls.calendar.OsloTime;

/**
 * What reports count: each is a view, or a function of a moment, in the database. What
 * stands here by name is kept under that name.
 */
enum Subject {

    /** Enrolments whose first mail came. */
    RECEIVED("report_received", Sort.FLOW, Base.OURS),

    /** Enrolments whose domains were listed, and in how many days. */
    LISTED("report_listed", Sort.FLOW, Base.OURS),

    /** Enrolments that were declined, once for each requirement that was not met. */
    REFUSED("report_refused", Sort.FLOW, Base.OURS),

    /** Cases that were opened, by kind. */
    STARTED("report_started", Sort.FLOW, Base.ENGINE),

    /** Cases that ended, by kind and end, and in how many days. */
    ENDED("report_ended", Sort.FLOW, Base.ENGINE),

    /** Steps at which cases had waited, by kind and step, and for how many days. */
    STEP("report_step", Sort.FLOW, Base.ENGINE),

    /** Milestones that were moved. */
    MOVED("report_moved", Sort.FLOW, Base.ENGINE),

    /** Reviews of a quarter, by state and means, and in how many days. */
    REVIEW("report_review", Sort.FLOW, Base.OURS, Settled.TWO_WEEKS_AFTER_THE_QUARTER),

    /** Error reports that came. */
    ERROR_OPENED("report_error_opened", Sort.FLOW, Base.OURS),

    /** Error reports that ended, by state and cause, and in how many days. */
    ERROR_ENDED("report_error_ended", Sort.FLOW, Base.OURS),

    /** Mails that came, by what became of them. */
    MAIL_IN("report_mail_in", Sort.FLOW, Base.OURS, Settled.TWO_WEEKS_AFTER),

    /** Mails of ours, by what became of them. */
    MAIL_OUT("report_mail_out", Sort.FLOW, Base.OURS, Settled.TWO_WEEKS_AFTER),

    /** Cases that were open, by kind. */
    OPEN_THEN("report_open_at", Sort.STOCK, Base.OURS),

    /** Domains on the list, by what it said of them. */
    LIST_THEN("report_list_at", Sort.STOCK, Base.OURS),

    /** Domains on the list, by requirement and verdict. */
    VERDICTS_THEN("report_verdicts_at", Sort.STOCK, Base.OURS),

    /** Cases that are open now, by kind. */
    OPEN("report_open", Sort.NOW, Base.ENGINE),

    /** Open tasks now, by kind and step. */
    TASK("report_task", Sort.NOW, Base.ENGINE),

    /** What is planned from now on, by kind and step. */
    DUE("report_due", Sort.NOW, Base.ENGINE);

    private final String source;

    private final Sort sort;

    private final Base base;

    private final Settled settled;

    Subject(String source, Sort sort, Base base) {
        this(source, sort, base, Settled.AN_HOUR_AFTER);
    }

    Subject(String source, Sort sort, Base base, Settled settled) {
        this.source = source;
        this.sort = sort;
        this.base = base;
        this.settled = settled;
    }

    /** The view or function, with its schema. */
    String source() {
        return "backoffice." + this.source;
    }

    /** Whether it is kept by month. */
    boolean isKept() {
        return this.sort != Sort.NOW;
    }

    /** Whether it tells how something stood, not what happened. */
    boolean isStock() {
        return this.sort == Sort.STOCK;
    }

    /** A moment as its view writes it. */
    Temporal moment(Instant moment) {
        return (this.base == Base.ENGINE) ? moment.atOffset(ZoneOffset.UTC).toLocalDateTime()
                : moment.atOffset(ZoneOffset.UTC);
    }

    /** A moment as it was read from its view. */
    Instant moment(ResultSet row, String column) throws SQLException {
        return (this.base == Base.ENGINE) ? row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                : row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The first month of which the figures may still change. */
    YearMonth firstUnsettled(Instant now) {
        return YearMonth.from(now.minus(this.settled.after).atZone(OsloTime.ZONE)).minusMonths(this.settled.months);
    }

    /** How a subject is counted. */
    private enum Sort {

        /** What happened in a month: a view. */
        FLOW,

        /** How it stood at the end of a month: a function. */
        STOCK,

        /** How it stands: a view. */
        NOW

    }

    /** Whose tables a subject is read from. */
    private enum Base {

        /** Ours, with times that know their zone. */
        OURS,

        /** The engine's, with times in UTC that do not. */
        ENGINE

    }

    /** When the figures of a month change no more. */
    private enum Settled {

        /** When whatever was under way is written. */
        AN_HOUR_AFTER(Duration.ofHours(1), 0),

        /** When people have seen to what came. */
        TWO_WEEKS_AFTER(Duration.ofDays(14), 0),

        /** The same, of a quarter that counts in its first month. */
        TWO_WEEKS_AFTER_THE_QUARTER(Duration.ofDays(14), 2);

        private final Duration after;

        private final int months;

        Settled(Duration after, int months) {
            this.after = after;
            this.months = months;
        }

    }

}
