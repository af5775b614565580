package no.bits.tls.changepack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger for managers: who is behind, and how far each version has come. */
@Component
class LedgerFigures {

    private static final String BEHIND = "greatest(0, :now - 1 - quarter)";

    private final JdbcClient jdbc;

    private final Clock clock;

    LedgerFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How many participants are behind.
     * @return the number of participants by whole quarters behind, 0 included
     */
    Map<Integer, Integer> behind() {
        Map<Integer, Integer> behind = new TreeMap<>();
        this.jdbc.sql("select %s as behind, count(*) as participants from ledger_entry group by 1".formatted(BEHIND))
            .param("now", quarter())
            .query((row) -> {
                behind.put(row.getInt("behind"), row.getInt("participants"));
            });
        return behind;
    }

    /**
     * How far a participant is behind.
     * @param participantId the participant
     * @return how many whole quarters have passed without a confirmation, 0 without a
     * domain on the list
     */
    int behind(long participantId) {
        return this.jdbc.sql("select %s from ledger_entry where participant_id = :participant".formatted(BEHIND))
            .param("now", quarter())
            .param("participant", participantId)
            .query(Integer.class)
            .optional()
            .orElse(0);
    }

    /**
     * The participants, those longest behind first.
     * @param least those at least so many quarters behind
     * @param skip how many to leave out
     * @param most how many to tell
     * @return their entries
     */
    List<LedgerEntry> entries(int least, int skip, int most) {
        return this.jdbc.sql("""
                select *, %1$s as behind from ledger_entry where %1$s >= :least
                order by confirmed_on, organisation, participant_id offset :skip limit :most""".formatted(BEHIND))
            .param("now", quarter())
            .param("least", least)
            .param("skip", skip)
            .param("most", most)
            .query(LedgerFigures::entry)
            .list();
    }

    /**
     * How far the newest versions have come.
     * @param most how many versions
     * @return their reach, the newest first
     */
    List<Reach> reach(int most) {
        TreeMap<Long, Integer> confirmed = new TreeMap<>();
        this.jdbc.sql("select list_version, count(*) as participants from ledger_entry group by 1").query((row) -> {
            confirmed.put(row.getLong("list_version"), row.getInt("participants"));
        });
        return this.jdbc
            .sql("""
                    select number, published_at, domains,
                        (select count(distinct participant_id) from list_download where list_version = number) as downloads,
                        (select count(distinct participant_id) from attestation where list_version = number) as confirmations
                    from domain_list_version order by number desc limit ?""")
            .param(most)
            .query((row, index) -> {
                long number = row.getLong("number");
                return new Reach(number, OsloTime.dateOf(row.getTimestamp("published_at").toInstant()),
                        row.getInt("domains"), row.getInt("downloads"), row.getInt("confirmations"),
                        confirmed.tailMap(number, true).values().stream().mapToInt(Integer::intValue).sum());
            })
            .list();
    }

    private int quarter() {
        Quarter now = Quarter.of(OsloTime.today(this.clock));
        return 4 * now.year() + now.number();
    }

    private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        String organisationNumber = row.getString("organisation_number");
        return new LedgerEntry(row.getString("organisation"), (organisationNumber != null) ? organisationNumber : "",
                row.getInt("domains"), row.getLong("list_version"), row.getObject("confirmed_on", LocalDate.class),
                row.getInt("behind"));
    }

}
