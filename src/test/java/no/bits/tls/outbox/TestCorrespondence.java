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
