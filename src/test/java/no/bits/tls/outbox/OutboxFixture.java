package no.bits.tls.outbox;

import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What tests of the outbox share. */
final class OutboxFixture {

    private OutboxFixture() {
    }

    static OutboxSettings settings(String tokenSecret) {
        return settings(Map.of("backoffice.outbox.token-secret", tokenSecret));
    }

    static OutboxSettings settings(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
            .bind("backoffice.outbox", OutboxSettings.class)
            .get();
    }

}
