package no.bits.tls.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import no.bits.tls.calendar.OsloTime;
import org.jspecify.annotations.Nullable;

/**
 * A mail that reached us as a list shows it.
 *
 * @param id its number
 * @param received when we took it in, in Oslo
 * @param from who wrote it, as it says; nothing until it is read
 * @param subject its subject; nothing until it is read
 * @param state how far it has come
 * @param reason why it was put aside, in Norwegian
 * @param caseNumber the case it belongs to
 */
record Headline(long id, OffsetDateTime received, @Nullable String from, @Nullable String subject, MailState state,
        @Nullable String reason, @Nullable String caseNumber) {

    static Headline of(ResultSet row, int number) throws SQLException {
        return new Headline(row.getLong("id"),
                row.getTimestamp("received_at").toInstant().atZone(OsloTime.ZONE).toOffsetDateTime(),
                row.getString("sender"), row.getString("subject"), MailState.valueOf(row.getString("state")),
                row.getString("reason"), row.getString("case_number"));
    }

}
