package no.bits.tls.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it lies in our tables. It is stored as soon as it is seen, then handled: it
 * belongs to a case, or is put aside for a person, who gives it to a case, has it tried
 * again, or dismisses it.
 *
 * @param id its number
 * @param raw its bytes, or only its header where it is not whole
 * @param whole whether it was within our size limit
 * @param size its size in bytes as the mail server says
 * @param state how far it has come
 * @param attempts how often handling was tried
 * @param reason why it was put aside, or the last failure
 * @param caseNumber the case it belongs to; of a duplicate, the case of the first
 * @param receivedAt when we took it in
 */
record InboundMail(long id, byte[] raw, boolean whole, long size, MailState state, int attempts,
        @Nullable String reason, @Nullable CaseNumber caseNumber, Instant receivedAt) {

    static InboundMail of(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new InboundMail(row.getLong("id"), Objects.requireNonNull(row.getBytes("raw")), row.getBoolean("whole"),
                row.getLong("size"), MailState.valueOf(row.getString("state")), row.getInt("attempts"),
                row.getString("reason"), (caseNumber != null) ? new CaseNumber(caseNumber) : null,
                row.getTimestamp("received_at").toInstant());
    }

}
