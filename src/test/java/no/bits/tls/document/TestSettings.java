package no.bits.tls.document;

import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as they are when nobody sets any. */
final class TestSettings {

    static final DocumentSettings DEFAULT = with(Map.of());

    private TestSettings() {
    }

    static DocumentSettings with(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("backoffice.document",
                DocumentSettings.class);
    }

}
