package no.bits.tls.casebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.EngineNames;
import no.bits.tls.workflow.Sought;
import no.bits.tls.workflow.UnknownCase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds cases, running and ended, and tells what happened in them. */
@Component
class Casebook {

    private static final int MOST = 50;

    private static final String CASES = """
            select started.business_key_, definition.name_ as kind, started.start_time_, started.end_time_,
                   organisation.text_ as organisation, domain.text_ as domain,
                   task.name_ as task, task.id_ as task_id, task.assignee_
            from public.act_hi_procinst started
            join public.act_re_procdef definition on definition.id_ = started.proc_def_id_
            left join public.act_hi_varinst organisation
              on organisation.proc_inst_id_ = started.proc_inst_id_ and organisation.name_ = 'organisation'
            left join public.act_hi_varinst domain
              on domain.proc_inst_id_ = started.proc_inst_id_ and domain.name_ = 'domain'
            left join lateral (select name_, id_, assignee_ from public.act_ru_task
              where proc_inst_id_ = started.proc_inst_id_ order by priority_ desc, create_time_ limit 1) task on true
            """;

    private static final String FOUND = CASES + """
            where started.business_key_ ilike :text or started.proc_inst_id_ in (
              select proc_inst_id_ from public.act_hi_varinst
              where name_ in ('organisation', 'domain') and text_ ilike :text)
            order by started.end_time_ is not null, started.start_time_ desc
            limit :most
            """;

    private final JdbcClient jdbc;

    private final EngineNames names;

    Casebook(JdbcClient jdbc, EngineNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * Finds cases.
     * @param words part of a case number, of an organisation's name or of a domain
     * @return the cases, running ones first, newest first, at most 50
     */
    List<FoundCase> find(String words) {
        return this.jdbc.sql(FOUND)
            .param("text", Sought.pattern(words.strip()))
            .param("most", MOST)
            .query(this::found)
            .list();
    }

    /**
     * One case.
     * @param caseNumber its number
     * @return the case
     * @throws UnknownCase if there is none with this number
     */
    FoundCase get(CaseNumber caseNumber) {
        return this.jdbc.sql(CASES + "where started.business_key_ = ? order by started.start_time_ desc limit 1")
            .param(caseNumber.value())
            .query(this::found)
            .optional()
            .orElseThrow(() -> UnknownCase.of("case", caseNumber));
    }

    /**
     * What happened in a case.
     * @param caseNumber its number
     * @return everything, the newest first
     */
    List<CaseEvent> events(CaseNumber caseNumber) {
        return this.jdbc.sql("select * from backoffice.case_event where case_number = ? order by at desc, kind")
            .param(caseNumber.value())
            .query(this::event)
            .list();
    }

    private FoundCase found(ResultSet row, int number) throws SQLException {
        return new FoundCase(row.getString("business_key_"), this.names.of(row.getString("kind")),
                words(row, "organisation"), words(row, "domain"), utc(row.getTimestamp("start_time_")),
                Optional.ofNullable(row.getTimestamp("end_time_")).map(Casebook::utc).orElse(null),
                Optional.ofNullable(row.getString("task")).map(this.names::of).orElse(null), row.getString("task_id"),
                row.getString("assignee_"));
    }

    private CaseEvent event(ResultSet row, int number) throws SQLException {
        CaseEvent.Kind kind = CaseEvent.Kind.valueOf(row.getString("kind"));
        String what = row.getString("what");
        return new CaseEvent(row.getTimestamp("at").toInstant(), kind,
                (kind == CaseEvent.Kind.TASK) ? this.names.of(what) : what, row.getString("who"),
                row.getString("words"), row.getString("reference"));
    }

    private static String words(ResultSet row, String column) throws SQLException {
        @Nullable String words = row.getString(column);
        return (words != null) ? words : "";
    }

    /** The engine writes UTC without saying so. */
    private static Instant utc(Timestamp time) {
        return time.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

}
