package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What we expect to write, kept as files that a person can read;
 * {@code -Dgolden.update=true} writes them anew.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {
    }

    /**
     * Holds a text against its golden file.
     * @param text what was written
     * @param file the file below {@code golden}
     */
    public static void assertMatches(String text, String file) {
        Path golden = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, text);
            }
            assertThat(text).as(golden.toString()).isEqualTo(Files.readString(golden));
        }
        catch (IOException ex) {
            throw new UncheckedIOException("%s cannot be read; -Dgolden.update=true writes it".formatted(golden), ex);
        }
    }

}
