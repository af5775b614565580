package no.bits.tls.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small history that a person can count by hand, as the engine and our own tables would
 * have written it.
 */
final class KnownHistory {

    private final JdbcClient jdbc;

    KnownHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case that ended. */
    void ended(String kind, String caseNumber, String from, String until, String event) {
        instance(kind, caseNumber, from, until, event, "COMPLETED");
    }

    /** A case that somebody deleted in the engine. */
    void cancelled(String kind, String caseNumber, String from, String until) {
        instance(kind, caseNumber, from, until, null, "EXTERNALLY_TERMINATED");
    }

    /** A case that is open, and the step at which it stands. */
    void open(String kind, String caseNumber, String from, String activity) {
        instance(kind, caseNumber, from, null, null, "ACTIVE");
        step(kind, caseNumber, activity, "userTask", from, null);
    }

    /** A step that a case has left, or at which it stands. */
    void step(String kind, String caseNumber, String activity, String type, String from, @Nullable String until) {
        this.jdbc
            .sql("""
                    insert into public.act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,
                        act_name_, act_type_, start_time_, end_time_)
                    values (:id, :kind, :kind || ':1', :case, :case, :activity, 'a name', :type, :from, :until)""")
            .param("id", UUID.randomUUID().toString())
            .param("kind", kind)
            .param("case", caseNumber)
            .param("activity", activity)
            .param("type", type)
            .param("from", utc(from))
            .param("until", utc(until))
            .update();
    }

    /** A task of an open case that waits for a person. */
    void task(String caseNumber, String activity, String from, @Nullable String due) {
        this.jdbc.sql("""
                with execution as (
                    insert into public.act_ru_execution (id_, proc_inst_id_) values (:case, :case) returning id_)
                insert into public.act_ru_task (id_, proc_inst_id_, task_def_key_, create_time_, due_date_)
                select :id, id_, :activity, :from, :due from execution""")
            .param("id", caseNumber + activity)
            .param("case", caseNumber)
            .param("activity", activity)
            .param("from", utc(from))
            .param("due", utc(due))
            .update();
    }

    /** A timer that will wake a case. */
    void timer(String caseNumber, String activity, String due) {
        this.jdbc.sql("""
                insert into public.act_ru_jobdef (id_, act_id_, job_type_) values (:id, :activity, 'timer');
                insert into public.act_ru_job (id_, type_, process_instance_id_, duedate_, job_def_id_)
                values (:id, 'timer', :case, :due, :id)""")
            .param("id", caseNumber + activity)
            .param("activity", activity)
            .param("case", caseNumber)
            .param("due", utc(due))
            .update();
    }

    /** An enrolment of ours, with the mail that opened it. */
    void enrolment(String caseNumber, String received) {
        this.jdbc
            .sql("""
                    with mail as (
                        insert into backoffice.inbound_mail (mailbox, uid_validity, uid, sha256, size, raw, whole, state, due_at,
                            case_number, received_at)
                        values ('known', 1, :uid, '', 1, '', true, 'HANDLED', :received, :case, :received) returning id)
                    insert into backoffice.enrolment (version, case_number, mail_id, state, received_at)
                    select 0, :case, id, 'IN_REVIEW', :received from mail""")
            .param("uid", Integer.parseInt(caseNumber.substring(9)))
            .param("case", caseNumber)
            .param("received", at(received))
            .update();
    }

    /** The decision that declined an enrolment, and the requirements that it lacked. */
    void declined(String caseNumber, String decided, String... requirements) {
        this.jdbc.sql("""
                insert into backoffice.decision (case_number, task_id, outcome, reason, decided_by, decided_at)
                values (:case, :case, 'DECLINED', 'Kari Nordmann mangler fullmakt', 'kari', :at)""")
            .param("case", caseNumber)
            .param("at", at(decided))
            .update();
        for (String requirement : requirements) {
            this.jdbc.sql("insert into backoffice.enrolment_refusal values (?, ?)")
                .params(caseNumber, requirement)
                .update();
        }
    }

    /** A version of the list that a case has brought, with domains that say Ja or Nei. */
    void published(long version, String caseNumber, String at, boolean... inboundEnforcement) {
        this.jdbc.sql("insert into backoffice.domain_list_version values (?, ?, ?, 1, '')")
            .params(version, at(at), caseNumber)
            .update();
        this.jdbc.sql("update backoffice.enrolment set list_version = ? where case_number = ?")
            .params(version, caseNumber)
            .update();
        for (int i = 0; i < inboundEnforcement.length; i++) {
            this.jdbc
                .sql("""
                        insert into backoffice.domain_list_entry (domain, organisation, enrolled_on, inbound_enforcement, from_version)
                        values (?, 'Bank', '2001-01-01', ?, ?)""")
                .params("bank%d-%d.example".formatted(version, i), inboundEnforcement[i], version)
                .update();
        }
    }

    /** What was seen at a domain; the other requirements are met. */
    void checked(String domain, String at, String startTls) {
        this.jdbc
            .sql("""
                    insert into backoffice.domain_check (domain, reason, asked_at, checked_at, worst, report, outcomes)
                    values (:domain, 'LIST', :at, :at, :outcome, '{}', jsonb_build_object('MAIL_SERVERS', 'PASS',
                        'TRUSTED_CERTIFICATE', 'PASS', 'STARTTLS', :outcome, 'TLS_VERSION', 'PASS', 'SERVER_NAME', 'NOTE'))""")
            .param("domain", domain)
            .param("at", at(at))
            .param("outcome", startTls)
            .update();
    }

    /** A review of a quarter, of a participant of its own. */
    void review(String quarter, String caseNumber, String askedOn, String state, @Nullable String means,
            @Nullable String answered) {
        this.jdbc
            .sql("insert into backoffice.review_campaign (quarter, case_number) values (?, ?) on conflict do nothing")
            .params(quarter, "TLS-2001-" + quarter)
            .update();
        this.jdbc
            .sql("""
                    with participant as (
                        insert into backoffice.participant (version, organisation, administrator_name, administrator_email,
                            technical_email, technical_phone, enrolled_on)
                        values (0, :case, 'IT', 'it@bank.example', 'it@bank.example', '', '2001-01-01') returning id)
                    insert into backoffice.quarterly_review (version, case_number, participant_id, quarter, asked_on, round, state,
                        means, words, answered_at)
                    select 0, :case, id, :quarter, cast(:asked as date), 1, :state, :means, '', :answered from participant""")
            .param("case", caseNumber)
            .param("quarter", quarter)
            .param("asked", askedOn)
            .param("state", state)
            .param("means", means)
            .param("answered", (answered != null) ? at(answered) : null)
            .update();
    }

    /**
     * A participant with a listed domain that last confirmed the list at its enrolment.
     */
    void participant(String organisation, String enrolledOn) {
        this.jdbc
            .sql("""
                    with participant as (
                        insert into backoffice.participant (version, organisation, administrator_name, administrator_email,
                            technical_email, technical_phone, enrolled_on)
                        values (0, :name, 'IT', 'it@bank.example', 'it@bank.example', '', cast(:on as date)) returning id)
                    insert into backoffice.participant_domain
                    select id, :name || '.example', 'LISTED', false, cast(:on as date), 'TLS-2001-00001' from participant""")
            .param("name", organisation)
            .param("on", enrolledOn)
            .update();
    }

    /** A mail of ours. */
    void letter(String caseNumber, String at, String state) {
        this.jdbc.sql("""
                with letter as (
                    insert into backoffice.letter (id, purpose, case_number, recipient, period, message_id, thread,
                        envelope_sender, subject, body, message, created_at)
                    values (gen_random_uuid(), 'known', :case, 'it@bank.example', :at, :case || :at, '', '', '', '', '',
                        :moment) returning id)
                insert into backoffice.delivery (id, importance, address, queued_at, state, next_attempt_at, sent_at)
                select id, 'OWED', 'it@bank.example', :moment, :state, :moment, :moment from letter""")
            .param("case", caseNumber)
            .param("at", at)
            .param("moment", at(at))
            .param("state", state)
            .update();
    }

    /** An error report. */
    void errorReport(String caseNumber, String state, String cause, String opened, @Nullable String ended) {
        this.jdbc
            .sql("""
                    insert into backoffice.error_report (version, case_number, state, cause, notices, questions, seen_failing,
                        words, opened_at, ended_at)
                    values (0, :case, :state, :cause, 0, 0, false, '', :opened, :ended)""")
            .param("case", caseNumber)
            .param("state", state)
            .param("cause", cause)
            .param("opened", at(opened))
            .param("ended", (ended != null) ? at(ended) : null)
            .update();
    }

    /** Has the cases follow the diagram that the engine knows. */
    void drawnAs(String kind) {
        for (String table : new String[] { "act_hi_procinst", "act_hi_actinst" }) {
            this.jdbc.sql("""
                    update public.%s set proc_def_id_ = (select id_ from public.act_re_procdef where key_ = :kind
                        order by version_ desc limit 1) where proc_def_id_ = :kind || ':1'""".formatted(table))
                .param("kind", kind)
                .update();
        }
    }

    /** Leaves nothing behind of the cases whose numbers begin so, nor what was kept. */
    void forget(String caseNumbers) {
        this.jdbc.sql("delete from backoffice.report_month").update();
        this.jdbc.sql("delete from public.act_hi_actinst where proc_inst_id_ like ? || '%'")
            .param(caseNumbers)
            .update();
        this.jdbc.sql("delete from public.act_hi_procinst where proc_inst_id_ like ? || '%'")
            .param(caseNumbers)
            .update();
    }

    private void instance(String kind, String caseNumber, String from, @Nullable String until, @Nullable String event,
            String state) {
        this.jdbc.sql("""
                insert into public.act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
                    start_time_, end_time_, end_act_id_, state_)
                values (:case, :case, :case, :kind, :kind || ':1', :from, :until, :event, :state)""")
            .param("case", caseNumber)
            .param("kind", kind)
            .param("from", utc(from))
            .param("until", utc(until))
            .param("event", event)
            .param("state", state)
            .update();
    }

    private static @Nullable LocalDateTime utc(@Nullable String time) {
        return (time != null) ? at(time).toLocalDateTime() : null;
    }

    static OffsetDateTime at(String time) {
        return Instant.parse(time + ":00Z").atOffset(ZoneOffset.UTC);
    }

}
