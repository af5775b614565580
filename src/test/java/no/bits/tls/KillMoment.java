package no.bits.tls;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When the application is killed: at some moment, or as soon as the newest mail has come
 * so far. What a moment waits for stays true, so that a slow look misses none.
 */
enum KillMoment {

    /** While the very first start makes the first administrator. */
    FIRST_START("select exists (select from act_id_user)"),

    /** While the application starts. */
    STARTING("false"),

    /** Soon after the application is there. */
    ANY("false"),

    /** The mail's bytes are safe. */
    MAIL_STORED("select count(*) >= :number from inbound_mail"),

    /** The case is open. */
    CASE_OPENED("select exists (select from enrolment where sender = :sender)"),

    /** The receipt waits for a courier. */
    RECEIPT_OWED("select exists (select from outbound_mail where recipient = :sender)"),

    /** The receipt's final dot goes out. */
    RECEIPT_IN_DATA("""
            select exists (select from outbound_mail where recipient = :sender
                and purpose = 'enrolment-receipt' and state not in ('NEW', 'CLAIMED'))"""),

    /** Its domain's mail servers are to be looked at. */
    CHECK_ASKED("""
            select exists (select from enrolment join domain_check using (case_number) where sender = :sender)"""),

    /** Staff may look at it. */
    DOMAINS_CHECKED("""
            select exists (select from enrolment join domain_check using (case_number)
                where sender = :sender and report is not null)"""),

    /** The forms are read. */
    FORMS_READ("select exists (select from enrolment where sender = :sender and state <> 'RECEIVED')"),

    /** Staff have taken the task. */
    CLAIMED("""
            select exists (select from enrolment e
                join act_hi_procinst i on i.business_key_ = e.case_number
                join act_hi_taskinst t on t.proc_inst_id_ = i.id_
                where e.sender = :sender and t.assignee_ is not null)"""),

    /** Staff have decided. */
    APPROVED("select exists (select from enrolment where sender = :sender and state in ('APPROVED', 'LISTED'))"),

    /** The domain is published. */
    LISTED("select exists (select from enrolment where sender = :sender and state = 'LISTED')"),

    /** The confirmations wait for a courier. */
    CONFIRMATION_OWED("select exists (select from outbound_mail where recipient = :administrator)"),

    /** The final dot of the first confirmation goes out. */
    CONFIRMATION_IN_DATA("""
            select exists (select from outbound_mail where recipient in (:sender, :administrator)
                and purpose = 'enrolment-listed' and state not in ('NEW', 'CLAIMED'))"""),

    /** One of the two confirmations has left. */
    CONFIRMATION_SENT("""
            select exists (select from outbound_mail where recipient in (:sender, :administrator)
                and purpose = 'enrolment-listed' and state = 'SENT')""");

    private final String condition;

    KillMoment(String condition) {
        this.condition = condition;
    }

    /**
     * Shuffles the moments of all starts but the first: each step of a case once, the
     * others several times.
     * @param random how
     * @return 20 moments
     */
    static List<KillMoment> shuffled(Random random) {
        List<KillMoment> moments = new ArrayList<>(List.of(STARTING, STARTING, ANY, ANY, ANY));
        moments.addAll(EnumSet.complementOf(EnumSet.of(FIRST_START)));
        Collections.shuffle(moments, random);
        return moments;
    }

    /** Whether the application is killed before it takes a mail. */
    boolean isDuringStart() {
        return this == FIRST_START || this == STARTING;
    }

    /** Whether the newest mail has come so far. */
    boolean isReached(JdbcClient database, Applicant newest) {
        return database.sql(this.condition)
            .params(Map.of("number", newest.number(), "sender", newest.sender(), "administrator",
                    newest.administrator()))
            .query(Boolean.class)
            .single();
    }

}
