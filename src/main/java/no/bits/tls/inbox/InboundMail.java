package no.bits.tls.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import no.bits.tls.inbox.AnsweredCase.Evidence;
import no.bits.tls.inbox.SenderAuthentication.Verdict;
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
 * @param authentication what is known of who sent it
 * @param answers the case that it answers or may answer
 * @param act what a person last did about it in the mail room
 */
record InboundMail(long id, byte[] raw, boolean whole, long size, MailState state, int attempts,
        @Nullable String reason, @Nullable CaseNumber caseNumber, Instant receivedAt,
        SenderAuthentication authentication, @Nullable AnsweredCase answers, @Nullable StaffAct act) {

    static InboundMail of(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new InboundMail(row.getLong("id"), Objects.requireNonNull(row.getBytes("raw")), row.getBoolean("whole"),
                row.getLong("size"), MailState.valueOf(row.getString("state")), row.getInt("attempts"),
                row.getString("reason"), (caseNumber != null) ? new CaseNumber(caseNumber) : null,
                row.getTimestamp("received_at").toInstant(), authentication(row), answers(row), act(row));
    }

    /** Whether a person said that it is a person's mail, whatever it looks like. */
    boolean isTakenIn() {
        return this.act != null && this.act.kind() == StaffAct.Kind.TAKEN_IN;
    }

    private static @Nullable StaffAct act(ResultSet row) throws SQLException {
        String kind = row.getString("staff_act");
        return (kind != null) ? new StaffAct(StaffAct.Kind.valueOf(kind), row.getString("acted_by"),
                row.getTimestamp("acted_at").toInstant()) : null;
    }

    InboundMail from(SenderAuthentication sender, Optional<AnsweredCase> answered) {
        return new InboundMail(this.id, this.raw, this.whole, this.size, this.state, this.attempts, this.reason,
                this.caseNumber, this.receivedAt, sender, answered.orElse(null), this.act);
    }

    /** The same, put to a case by a person. */
    InboundMail answering(CaseNumber ofCase) {
        return from(this.authentication, Optional.of(new AnsweredCase(ofCase, Evidence.PERSON)));
    }

    private static SenderAuthentication authentication(ResultSet row) throws SQLException {
        String verdict = row.getString("sender_verdict");
        return (verdict != null) ? new SenderAuthentication(Verdict.valueOf(verdict), row.getString("sender_domain"))
                : SenderAuthentication.UNKNOWN;
    }

    private static @Nullable AnsweredCase answers(ResultSet row) throws SQLException {
        String caseNumber = row.getString("answers_case");
        return (caseNumber != null)
                ? new AnsweredCase(new CaseNumber(caseNumber), Evidence.valueOf(row.getString("answers_by"))) : null;
    }

}
