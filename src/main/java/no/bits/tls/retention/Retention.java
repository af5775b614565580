package no.bits.tls.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes at night what is no longer needed. Numbers, kinds, states and times stay, so
 * that a mail is never handled again and figures stay true; names, addresses, texts and
 * files go.
 */
@Component
class Retention {

    private static final Logger logger = LoggerFactory.getLogger(Retention.class);

    private static final long LOCK = 0x746C73_0002L;

    /** A case of which nothing was heard since, which does not run and lists nothing. */
    private static final String OVER = """
            select case_number from (
              select case_number from backoffice.inbound_mail
                where case_number is not null and erased_at is null and received_at < :before
              union select case_number from backoffice.letter where erased_at is null and created_at < :before) old
            where not exists (select from public.act_ru_execution where business_key_ = case_number)
              and not exists (select from backoffice.participant_domain listed
                where listed.case_number = old.case_number and listed.state <> 'LEFT')
              and not exists (select from backoffice.inbound_mail later
                where later.case_number = old.case_number and later.received_at >= :before)
              and not exists (select from backoffice.letter later
                where later.case_number = old.case_number and later.created_at >= :before)
              and not exists (select from backoffice.decision later
                where later.case_number = old.case_number and later.decided_at >= :before)
            limit :batch
            """;

    private static final String ERASED_MAIL = """
            set raw = '', whole = false, sender = null, sender_address = null, subject = null,
              message_id = null, erased_at = :now
            """;

    private static final String ENROLMENTS = "(select id from backoffice.enrolment where case_number in (:cases))";

    private static final List<String> CASE_DATA = List.of(
            "delete from backoffice.enrolment_change where enrolment in " + ENROLMENTS,
            "delete from backoffice.enrolment_document where enrolment in " + ENROLMENTS,
            "delete from backoffice.enrolment_entry where enrolment in " + ENROLMENTS,
            "delete from backoffice.enrolment_mail where enrolment in " + ENROLMENTS,
            "delete from backoffice.enrolment_reading where enrolment in " + ENROLMENTS,
            "delete from backoffice.enrolment_request where enrolment in " + ENROLMENTS,
            "update backoffice.enrolment set sender = null where case_number in (:cases)",
            "update backoffice.enquiry set sender = null, answer = '' where case_number in (:cases)",
            "update backoffice.complaint set reporter = null where case_number in (:cases)",
            "update backoffice.error_report set words = '' where case_number in (:cases)",
            "update backoffice.milestone set words = '' where case_number in (:cases)",
            "update backoffice.quarterly_review set words = '' where case_number in (:cases)",
            """
                    update backoffice.lost_contact set address = '', new_address = case when new_address is not null then '' end
                    where case_number in (:cases)""",
            "update backoffice.decision set reason = '' where case_number in (:cases)", """
                    update backoffice.delivery_report set address = '', said = '' where outbound_mail_id in
                      (select id from backoffice.letter where case_number in (:cases))""", """
                    update backoffice.delivery set address = '', last_answer = null where id in
                      (select id from backoffice.letter where case_number in (:cases))""", """
                    update backoffice.letter set recipient = 'erased ' || id, thread = '', subject = '', body = '',
                      message = '',
                      erased_at = :now where case_number in (:cases)""",
            "update backoffice.inbound_mail " + ERASED_MAIL + """
                    where case_number in (:cases) or duplicate_of in
                      (select id from backoffice.inbound_mail where case_number in (:cases))""");

    private static final String OTHER_MAIL = "update backoffice.inbound_mail " + ERASED_MAIL + """
            where case_number is null and erased_at is null and received_at < :before
              and (state in ('SPAM', 'MACHINE', 'DISMISSED') or duplicate_of in (select id from backoffice.inbound_mail
                where erased_at is not null))
            """;

    private final JdbcClient jdbc;

    private final TransactionOperations transaction;

    private final RetentionSettings settings;

    private final Clock clock;

    Retention(JdbcClient jdbc, TransactionOperations transaction, RetentionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes all that is due, one instance at a time, batch by batch. */
    @Scheduled(cron = "${backoffice.retention.at:0 30 3 * * *}", zone = "Europe/Oslo")
    void deleteWhatIsDue() {
        int cases = 0;
        for (int batch = clearBatch(); batch > 0; batch = clearBatch()) {
            cases += batch;
        }
        Integer mails = this.transaction.execute((status) -> this.jdbc.sql(OTHER_MAIL)
            .param("before", before(this.settings.otherMail()))
            .param("now", now())
            .update());
        logger.info("Deleted what people wrote in {} cases that are long over, and {} mails without a case", cases,
                mails);
    }

    private int clearBatch() {
        Integer cleared = this.transaction.execute((status) -> isFirst() ? clear(over()) : 0);
        return (cleared != null) ? cleared : 0;
    }

    private boolean isFirst() {
        return this.jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single();
    }

    private List<String> over() {
        return this.jdbc.sql(OVER)
            .param("before", before(this.settings.cases()))
            .param("batch", this.settings.batch())
            .query(String.class)
            .list();
    }

    private int clear(List<String> cases) {
        if (!cases.isEmpty()) {
            CASE_DATA
                .forEach((statement) -> this.jdbc.sql(statement).param("cases", cases).param("now", now()).update());
        }
        return cases.size();
    }

    private OffsetDateTime now() {
        return this.clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime before(Period kept) {
        return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC)
            .minus(kept)
            .atStartOfDay()
            .atOffset(ZoneOffset.UTC);
    }

}
