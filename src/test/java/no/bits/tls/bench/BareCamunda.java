package no.bits.tls.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The smallest Camunda webapp application, {@code src/test/bare-camunda}. */
final class BareCamunda {

    private static final Path JAR = Path.of("target", "bare-camunda", "bare-camunda.jar");

    private BareCamunda() {
    }

    static void build() throws IOException, InterruptedException {
        int result = new ProcessBuilder("./mvnw", "-q", "-B", "-f", "src/test/bare-camunda/pom.xml", "package")
            .inheritIO()
            .start()
            .waitFor();
        if (result != 0) {
            throw new IllegalStateException("The bare Camunda application cannot be built; the lines above say why");
        }
    }

    static Application start(List<String> database) throws IOException {
        return Application.start(JAR, database);
    }

}
