package no.bits.tls.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How it stands now, in six figures. */
@Component
class Tiles {

    private static final Duration LONG = Duration.ofDays(30);

    private final JdbcClient jdbc;

    private final Clock clock;

    Tiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Tile> tiles() {
        Instant now = this.clock.instant();
        return List.of(
                Tile.of("open", new Words("Åpne saker", "Open cases"), count("report_open where at < :now", now), false,
                        "open-cases"),
                Tile.of("overdue", new Words("Over fristen", "Overdue"), count("report_task where due_at < :now", now),
                        true, "workload"),
                Tile.of("waiting", new Words("Ventet over 30 døgn", "Waiting over 30 days"),
                        count("report_task where at < :now", now.minus(LONG)), true, "open-cases"),
                Tile.of("failed", new Words("E-post som sviktet, 30 døgn", "Failed mail, 30 days"), failed(now), true,
                        "mails"),
                share(), Tile.of("behind", new Words("Deltakere på etterskudd", "Participants behind"), behind(), true,
                        "reviews"));
    }

    private long count(String what, Instant moment) {
        return this.jdbc.sql("select count(*) from backoffice." + what)
            .param("now", Subject.TASK.moment(moment))
            .query(Long.class)
            .single();
    }

    private long failed(Instant now) {
        return this.jdbc.sql("""
                select count(*) from backoffice.delivery
                where state in ('FAILED', 'UNCERTAIN', 'RETURNED') and queued_at >= :since""")
            .param("since", now.minus(LONG).atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    }

    private Tile share() {
        Figure share = this.jdbc.sql("""
                select count(*) filter (where inbound_enforcement) as ja, count(*) as domains
                from backoffice.domain_list_entry where to_version is null""")
            .query((row, number) -> Figure.share(row.getLong("ja"), row.getLong("domains")))
            .single();
        return new Tile("share", new Words("Andel Ja på listen", "Share of Ja on the list").say(), share.value(),
                Unit.PERCENT, false, "milestones");
    }

    private long behind() {
        Quarter now = Quarter.of(OsloTime.today(this.clock));
        return this.jdbc.sql("select count(*) from backoffice.ledger_entry where quarter < :now - 1")
            .param("now", 4 * now.year() + now.number())
            .query(Long.class)
            .single();
    }

}
