package no.bits.tls.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The names of processes, tasks and shared filters: the engine knows the English one of
 * the diagram, {@code names-nb.json} the Norwegian ones.
 */
@Component
public class EngineNames {

    private final Map<String, String> norwegian;

    EngineNames(ObjectMapper json) throws IOException {
        try (InputStream dictionary = new ClassPathResource("names-nb.json").getInputStream()) {
            this.norwegian = json.readValue(dictionary, new TypeReference<>() {
            });
        }
    }

    /**
     * A name for the reader of the current request.
     * @param name the engine's name
     * @return the name in the reader's language; as it is where it has no other
     */
    public String of(String name) {
        return DeskLanguage.ofReader().of(inNorwegian(name), name);
    }

    String inNorwegian(String name) {
        return this.norwegian.getOrDefault(name, name);
    }

}
