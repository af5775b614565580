package no.bits.tls.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of all mails that reached us. */
@Repository
class InboundMails {

    private static final String SELECT = """
            select m.id, m.raw, m.whole, m.size, m.state, m.attempts, m.reason,
                coalesce(m.case_number, first.case_number) as case_number, m.received_at,
                m.sender_verdict, m.sender_domain, m.answers_case, m.answers_by,
                m.staff_act, m.acted_by, m.acted_at
            from backoffice.inbound_mail m left join backoffice.inbound_mail first on first.id = m.duplicate_of
            """;

    private final JdbcClient jdbc;

    InboundMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case of a mail of this sender with one of these Message-IDs. */
    Optional<CaseNumber> caseOf(List<String> messageIds, EmailAddress sender) {
        return this.jdbc.sql("""
                select case_number from backoffice.inbound_mail
                where message_id = any(:ids) and sender_address = lower(:sender) and case_number is not null
                order by id desc limit 1""")
            .param("ids", messageIds.toArray(String[]::new))
            .param("sender", sender.value())
            .query(String.class)
            .optional()
            .map(CaseNumber::new);
    }

    /** Whether a case has a mail of this sender. */
    boolean hasHeardFrom(CaseNumber caseNumber, EmailAddress sender) {
        return this.jdbc.sql("""
                select exists (select from backoffice.inbound_mail
                where case_number = ? and sender_address = lower(?) and state = 'HANDLED')""")
            .params(caseNumber.value(), sender.value())
            .query(Boolean.class)
            .single();
    }

    /** The one address that wrote a mail, as noted when it was first read. */
    Optional<String> senderOf(long id) {
        return this.jdbc
            .sql("select sender_address from backoffice.inbound_mail where id = ? and sender_address is not null")
            .param(id)
            .query(String.class)
            .optional();
    }

    Optional<InboundMail> find(long id) {
        return this.jdbc.sql(SELECT + "where m.id = :id").param("id", id).query(InboundMail::of).optional();
    }

    /** The mail, as soon as no other transaction is working on it. */
    Optional<InboundMail> lock(long id) {
        return locked(id, "for update of m");
    }

    /** The mail, unless another transaction is working on it. */
    Optional<InboundMail> lockIfFree(long id) {
        return locked(id, "for update of m skip locked");
    }

    /** The mails that people sent in a case, oldest first. */
    List<InboundMail> ofCase(CaseNumber caseNumber) {
        return this.jdbc.sql(SELECT + "where m.case_number = :case and m.state = 'HANDLED' order by m.id")
            .param("case", caseNumber.value())
            .query(InboundMail::of)
            .list();
    }

    /** The mails that wait to be handled, oldest first, at most 100. */
    List<Long> due(Instant now) {
        return this.jdbc.sql(
                "select id from backoffice.inbound_mail where state = 'STORED' and due_at <= :now order by id limit 100")
            .param("now", at(now))
            .query(Long.class)
            .list();
    }

    /** When the next mail is to be handled. */
    Optional<Instant> nextDue() {
        return this.jdbc
            .sql("select due_at from backoffice.inbound_mail where state = 'STORED' order by due_at limit 1")
            .query((row, number) -> row.getTimestamp(1).toInstant())
            .optional();
    }

    /**
     * Counts an attempt before it is made; nothing where somebody else made one or is
     * making one.
     */
    Optional<Integer> raiseAttempts(long id, Instant now, Duration pause) {
        return this.jdbc.sql("""
                update backoffice.inbound_mail
                set attempts = attempts + 1, due_at = :now + (attempts + 1) * make_interval(secs => :pause)
                where id = (select id from backoffice.inbound_mail
                    where id = :id and state = 'STORED' and due_at <= :now for update skip locked)
                returning attempts""")
            .param("id", id)
            .param("now", at(now))
            .param("pause", pause.toMillis() / 1000.0)
            .query(Integer.class)
            .optional();
    }

    /**
     * Lets this transaction commit without waiting for the disk. That loses nothing: a
     * mail is stored before and waits for the disk, and so does the outbox before it
     * sends, which brings everything before it to disk too.
     */
    void commitSoon() {
        this.jdbc.sql("set local synchronous_commit = off").update();
    }

    /** Notes of a mail what its bytes say, so that it is found without reading them. */
    void describe(long id, ParsedMail parsed, SenderAuthentication authentication, Optional<AnsweredCase> answers) {
        this.jdbc.sql("""
                update backoffice.inbound_mail
                set sender = :sender, subject = :subject, sender_address = lower(:address), message_id = :messageId,
                    sender_verdict = :verdict, sender_domain = :domain, answers_case = :case, answers_by = :evidence
                where id = :id""")
            .param("id", id)
            .param("sender", parsed.from())
            .param("subject", parsed.subject())
            .param("address", parsed.sender().map(EmailAddress::value).orElse(null))
            .param("messageId", parsed.messageId().orElse(null))
            .param("verdict", authentication.verdict().name())
            .param("domain", authentication.domain())
            .param("case", answers.map((answer) -> answer.caseNumber().value()).orElse(null))
            .param("evidence", answers.map((answer) -> answer.evidence().name()).orElse(null))
            .update();
    }

    void noteFailure(long id, String reason) {
        this.jdbc.sql("update backoffice.inbound_mail set reason = :reason where id = :id and state = 'STORED'")
            .param("id", id)
            .param("reason", reason)
            .update();
    }

    void settle(long id, MailState state, @Nullable CaseNumber caseNumber, @Nullable String kind,
            @Nullable String reason, Instant now) {
        this.jdbc.sql("""
                update backoffice.inbound_mail
                set state = :state, case_number = :case, kind = :kind, reason = :reason, settled_at = :now
                where id = :id""")
            .param("id", id)
            .param("state", state.name())
            .param("case", (caseNumber != null) ? caseNumber.value() : null)
            .param("kind", kind)
            .param("reason", reason)
            .param("now", at(now))
            .update();
    }

    void tryAgain(long id, Instant now) {
        this.jdbc.sql("""
                update backoffice.inbound_mail
                set state = 'STORED', attempts = 0, due_at = :now, settled_at = null where id = :id""")
            .param("id", id)
            .param("now", at(now))
            .update();
    }

    /**
     * Keeps a mail that came by hand, for the person who brought it to say what it is.
     */
    long insertByHand(byte[] raw, Instant now) {
        return this.jdbc
            .sql("""
                    insert into backoffice.inbound_mail (mailbox, uid_validity, uid, sha256, size, raw, whole, state, due_at,
                        received_at)
                    values ('by hand', 1, nextval('backoffice.mail_by_hand'), sha256(:raw), :size, :raw, true, :state, :now,
                        :now)
                    returning id""")
            .param("raw", raw)
            .param("size", raw.length)
            .param("state", MailState.UNCLAIMED.name())
            .param("now", at(now))
            .query(Long.class)
            .single();
    }

    void note(long id, StaffAct act) {
        this.jdbc.sql("""
                update backoffice.inbound_mail set staff_act = :kind, acted_by = :by, acted_at = :at where id = :id""")
            .param("id", id)
            .param("kind", act.kind().name())
            .param("by", act.by())
            .param("at", at(act.at()))
            .update();
    }

    /**
     * Those of the mails whose handling has come to an end, and how; a duplicate follows
     * its first.
     */
    Map<Long, MailState> settled(Collection<Long> ids) {
        Map<Long, MailState> states = new HashMap<>();
        this.jdbc.sql("""
                select m.id, coalesce(first.state, m.state) as state
                from backoffice.inbound_mail m left join backoffice.inbound_mail first on first.id = m.duplicate_of
                where coalesce(first.state, m.state) <> 'STORED' and m.id = any(:ids)""")
            .param("ids", ids.toArray(Long[]::new))
            .query((row) -> {
                states.put(row.getLong("id"), MailState.valueOf(row.getString("state")));
            });
        return states;
    }

    private Optional<InboundMail> locked(long id, String how) {
        return this.jdbc.sql(SELECT + "where m.id = :id " + how).param("id", id).query(InboundMail::of).optional();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

}
