package no.bits.tls.domaincheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.InboundProofReport;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checks that wait and those that were done. */
@Repository
class DomainCheckRepository {

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    DomainCheckRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(DomainName domain, Reason reason, @Nullable CaseNumber caseNumber, Instant now, Instant dueAt) {
        this.jdbc.sql("""
                insert into domain_check (domain, reason, case_number, asked_at, due_at)
                values (:domain, :reason, :case, :now, :due)
                on conflict (domain) where reason = 'LIST' and due_at is not null do nothing""")
            .param("domain", domain.ascii())
            .param("reason", reason.name())
            .param("case", (caseNumber != null) ? caseNumber.value() : null)
            .param("now", utc(now))
            .param("due", utc(dueAt))
            .update();
    }

    /** Forgets all checks of a case. */
    void forget(CaseNumber caseNumber) {
        this.jdbc.sql("delete from domain_check where case_number = ?").param(caseNumber.value()).update();
    }

    /**
     * Has a routine look at a domain that is wanted already taken no later than this.
     * @return whether one was wanted
     */
    boolean bringForward(DomainName domain, Instant dueAt) {
        return this.jdbc.sql("""
                update domain_check set due_at = least(due_at, :due)
                where domain = :domain and reason = 'LIST' and due_at is not null""")
            .param("due", utc(dueAt))
            .param("domain", domain.ascii())
            .update() > 0;
    }

    /** Forgets what routine looks at a domain showed, but the newest. */
    void forgetRoutine(DomainName domain, int kept) {
        this.jdbc.sql("""
                delete from domain_check where id in (
                    select id from domain_check where domain = ? and reason = 'LIST' and due_at is null
                    order by checked_at desc offset ?)""").params(domain.ascii(), kept).update();
    }

    /** Drops a routine look at a domain that is not wanted any more. */
    void cancelRoutine(DomainName domain) {
        this.jdbc.sql("delete from domain_check where domain = ? and reason = 'LIST' and due_at is not null")
            .param(domain.ascii())
            .update();
    }

    /**
     * Lets one instance at a time conclude checks of a case, so that one sees the last.
     */
    void lock(CaseNumber caseNumber) {
        this.jdbc.sql("select id from domain_check where case_number = ? order by id for update")
            .param(caseNumber.value())
            .query(Long.class)
            .list();
    }

    /**
     * Lets one instance at a time conclude checks of a domain or plan its next one. Taken
     * before any of its rows, lest two wait for each other.
     */
    void lock(DomainName domain) {
        this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('domain check ' || ?, 0))")
            .param(domain.ascii())
            .query()
            .listOfRows();
    }

    /**
     * Takes the check that has been due longest and that nobody works on; what a person
     * or a case waits for comes before the routine.
     * @param routineToo whether a routine look will do
     */
    Optional<DomainCheck> claim(Instant now, Instant leasedUntil, boolean routineToo) {
        return this.jdbc.sql("""
                update domain_check set leased_until = :until where id = (
                    select id from domain_check where due_at <= :now and (leased_until is null or leased_until < :now)
                        and (:routineToo or not reason = 'LIST')
                    order by reason = 'LIST', due_at limit 1 for update skip locked)
                returning *""")
            .param("now", utc(now))
            .param("until", utc(leasedUntil))
            .param("routineToo", routineToo)
            .query(this::check)
            .optional();
    }

    void renew(Collection<Long> ids, Instant leasedUntil) {
        this.jdbc.sql("update domain_check set leased_until = :until where id in (:ids) and leased_until is not null")
            .param("until", utc(leasedUntil))
            .param("ids", ids)
            .update();
    }

    /**
     * Keeps what was seen.
     * @param check the check as it was claimed
     * @param dueAt when to do it again; nothing where it is done for good
     * @return the check with its report; nothing where another instance has done it
     */
    Optional<DomainCheck> done(DomainCheck check, DomainReport report, Instant now, @Nullable Instant dueAt) {
        return this.jdbc.sql("""
                update domain_check set due_at = :due, leased_until = null, attempts = attempts + 1, checked_at = :now,
                    worst = :worst, outcomes = :outcomes::jsonb, report = :report::jsonb
                where id = :id and attempts = :attempts and due_at is not null returning *""")
            .param("due", utc(dueAt))
            .param("now", utc(now))
            .param("worst", report.worst().name())
            .param("outcomes", write(report.outcomes()))
            .param("report", write(report))
            .param("id", check.id())
            .param("attempts", check.attempts())
            .query(this::check)
            .optional();
    }

    /** Keeps what was proven. */
    Optional<DomainCheck> done(DomainCheck check, InboundProofReport proof, Instant now) {
        return this.jdbc.sql("""
                update domain_check set due_at = null, leased_until = null, attempts = attempts + 1, checked_at = :now,
                    proof = :proof::jsonb
                where id = :id and attempts = :attempts and due_at is not null returning *""")
            .param("now", utc(now))
            .param("proof", write(proof))
            .param("id", check.id())
            .param("attempts", check.attempts())
            .query(this::check)
            .optional();
    }

    /** Puts a check off that could not be done. */
    void putOff(DomainCheck check, Instant dueAt) {
        this.jdbc.sql("""
                update domain_check set due_at = :due, leased_until = null
                where id = :id and attempts = :attempts and due_at is not null""")
            .param("due", utc(dueAt))
            .param("id", check.id())
            .param("attempts", check.attempts())
            .update();
    }

    /** Gives checks back that this instance cannot finish. */
    void giveBack(Collection<Long> ids) {
        this.jdbc.sql("update domain_check set leased_until = null where id in (:ids)").param("ids", ids).update();
    }

    /** The checks of a case, oldest first. */
    List<DomainCheck> of(CaseNumber caseNumber) {
        return this.jdbc.sql("select * from domain_check where case_number = ? order by id")
            .param(caseNumber.value())
            .query(this::check)
            .list();
    }

    /**
     * The newest checks of a domain, but those that wait for their day, oldest first.
     */
    List<DomainCheck> of(DomainName domain, int most) {
        return this.jdbc.sql("""
                select * from (select *, coalesce(checked_at, asked_at) as moved_at from domain_check
                        where domain = ? and (reason <> 'LIST' or report is not null)
                        order by coalesce(checked_at, asked_at) desc, id desc limit ?) as newest
                order by moved_at, id""").params(domain.ascii(), most).query(this::check).list();
    }

    boolean isPending(CaseNumber caseNumber) {
        return this.jdbc.sql("select exists (select from domain_check where case_number = ? and due_at is not null)")
            .param(caseNumber.value())
            .query(Boolean.class)
            .single();
    }

    boolean isPending(DomainName domain, Reason reason) {
        return this.jdbc
            .sql("select exists (select from domain_check where domain = ? and reason = ? and due_at is not null)")
            .params(domain.ascii(), reason.name())
            .query(Boolean.class)
            .single();
    }

    private DomainCheck check(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new DomainCheck(row.getLong("id"), new DomainName(row.getString("domain")),
                Reason.valueOf(row.getString("reason")), (caseNumber != null) ? new CaseNumber(caseNumber) : null,
                row.getTimestamp("asked_at").toInstant(), instant(row, "due_at"), row.getInt("attempts"),
                instant(row, "checked_at"), read(row.getString("report"), DomainReport.class),
                read(row.getString("proof"), InboundProofReport.class));
    }

    private String write(Object seen) {
        try {
            return this.json.writeValueAsString(seen);
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private <T> @Nullable T read(@Nullable String seen, Class<T> type) {
        try {
            return (seen != null) ? this.json.readValue(seen, type) : null;
        }
        catch (IOException ex) {
            throw new UncheckedIOException("A report cannot be read", ex);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return (time != null) ? time.toInstant() : null;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
    }

}
