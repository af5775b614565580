package no.bits.tls.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The book of decisions: only ever added to. */
@Component
public class Decisions {

    private final JdbcClient jdbc;

    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down a decision, in the caller's transaction.
     * @param caseNumber the case
     * @param taskId the user task in which it was decided
     * @param outcome what was decided
     * @param reason why, may be empty
     * @param decidedBy the user who decided
     * @return the decision as written
     */
    public Decision record(CaseNumber caseNumber, String taskId, Enum<?> outcome, String reason, String decidedBy) {
        Decision decision = new Decision(caseNumber, taskId, outcome.name(), reason, decidedBy, this.clock.instant());
        this.jdbc.sql("""
                insert into backoffice.decision (case_number, task_id, outcome, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?)""")
            .params(caseNumber.value(), taskId, decision.outcome(), reason, decidedBy,
                    decision.decidedAt().atOffset(ZoneOffset.UTC))
            .update();
        return decision;
    }

    /**
     * What was decided about a case.
     * @param caseNumber the case
     * @return its decisions, oldest first
     */
    public List<Decision> of(CaseNumber caseNumber) {
        return this.jdbc.sql("select * from backoffice.decision where case_number = ? order by id")
            .param(caseNumber.value())
            .query(Decisions::read)
            .list();
    }

    boolean isDecided(String taskId) {
        return this.jdbc.sql("select exists (select from backoffice.decision where task_id = ?)")
            .param(taskId)
            .query(Boolean.class)
            .single();
    }

    private static Decision read(ResultSet row, int number) throws SQLException {
        return new Decision(new CaseNumber(row.getString("case_number")), row.getString("task_id"),
                row.getString("outcome"), row.getString("reason"), row.getString("decided_by"),
                row.getTimestamp("decided_at").toInstant());
    }

}
