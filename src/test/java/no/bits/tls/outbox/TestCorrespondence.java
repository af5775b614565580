package no.bits.tls.outbox;

import java.util.Map;
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
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into backoffice.outbound_mail (id, purpose, case_number, recipient, period, importance,
                    message_id, thread, envelope_sender, subject, body, message, state, created_at, next_attempt_at,
                    sent_at)
                values (:id, 'enrolment-receipt', :case, :recipient, :period, 'OWED', :messageId, '', '', '', '', '',
                    'SENT', now(), now(), now())""")
            .param("id", id)
            .param("case", caseNumber)
            .param("recipient", recipient)
            .param("period", id.toString())
            .param("messageId", messageIdOf(id))
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
