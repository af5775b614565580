package no.bits.tls.outbox;

import java.util.Map;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Our correspondence on a database of a test, for the tests of the inbox. */
public final class TestCorrespondence {

    private static final String SECRET = "a secret of the tests with more than 32 characters";

    private TestCorrespondence() {
    }

    /** The real thing. */
    public static Correspondence on(JdbcClient jdbc, Consumer<Object> events) {
        return new Correspondence(jdbc, new MailToken(settings()), settings(), events::accept);
    }

    /** One mail of ours, sent already. */
    public static UUID sent(JdbcClient jdbc, String caseNumber, String recipient) {
        return mail(jdbc, caseNumber, recipient, "SENT");
    }

    /** One reminder of ours that came no further than this, and was tried twice. */
    public static UUID stuck(JdbcClient jdbc, String state) {
        UUID id = mail(jdbc, "TLS-2026-00042", "it@fjordbanken.example", state);
        jdbc.sql("update backoffice.delivery set importance = 'REMINDER', repeated = true where id = ?")
            .param(id)
            .update();
        return id;
    }

    private static UUID mail(JdbcClient jdbc, String caseNumber, String recipient, String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                with letter as (
                    insert into backoffice.letter (id, purpose, case_number, recipient, period, message_id, thread,
                        envelope_sender, subject, body, message, created_at)
                    values (:id, 'enrolment-receipt', :case, :recipient, :period, :messageId, '', 'bounce@bits.no',
                        'Til dere', 'Hei', :message, now()))
                insert into backoffice.delivery (id, importance, address, queued_at, state, next_attempt_at, sent_at)
                values (:id, 'OWED', lower(:recipient), now(), :state,
                    case when :state in ('NEW', 'RETRY') then now() else now() + interval '1 hour' end, now())""")
            .param("id", id)
            .param("case", caseNumber)
            .param("recipient", recipient)
            .param("period", id.toString())
            .param("messageId", messageIdOf(id))
            .param("state", state)
            .param("message",
                    "From: tls@bits.no\r\nTo: %s\r\nSubject: Til dere\r\n\r\nHei\r\n".formatted(recipient)
                        .getBytes(StandardCharsets.US_ASCII))
            .update();
        return id;
    }

    /** Its Message-ID. */
    public static String messageIdOf(UUID mail) {
        return "<o.%s@tls.bits.no>".formatted(mail);
    }

    /** How far it has come. */
    public static String stateOf(JdbcClient jdbc, UUID mail) {
        return jdbc.sql("select state from backoffice.outbound_mail where id = ?")
            .param(mail)
            .query(String.class)
            .single();
    }

    /** The token of one of our mails. */
    public static String tokenOf(UUID mail) {
        return new MailToken(settings()).of(mail);
    }

    private static OutboxSettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of("backoffice.outbox.token-secret", SECRET)))
            .bind("backoffice.outbox", OutboxSettings.class)
            .get();
    }

}
