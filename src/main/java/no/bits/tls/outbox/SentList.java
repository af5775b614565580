package no.bits.tls.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of our mails, without what they say. */
@Repository
class SentList {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;

    SentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest 50 mails that are looked for, newest first. */
    Page find(SentSearch search) {
        List<String> conditions = search.conditions();
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        List<Line> found = this.jdbc.sql("""
                select id, case_number, recipient, subject, state, repeated, created_at from backoffice.outbound_mail
                %s order by created_at desc, id desc limit %d""".formatted(where, PAGE + 1))
            .params(search.parameters())
            .query(Line::of)
            .list();
        return new Page(found.subList(0, Math.min(PAGE, found.size())), found.size() > PAGE);
    }

    /**
     * A page of the list.
     *
     * @param mails its mails
     * @param more whether there are older ones
     */
    record Page(List<Line> mails, boolean more) {
    }

    /** A mail of ours as the list shows it. */
    record Line(UUID id, String caseNumber, String recipient, String subject, OutgoingMail.State state,
            boolean repeated, Instant createdAt) {

        static Line of(ResultSet row, int number) throws SQLException {
            return new Line(row.getObject("id", UUID.class), row.getString("case_number"), row.getString("recipient"),
                    row.getString("subject"), OutgoingMail.State.valueOf(row.getString("state")),
                    row.getBoolean("repeated"), row.getTimestamp("created_at").toInstant());
        }

    }

}
