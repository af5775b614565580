package no.bits.tls.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The back office as it is shipped, with the settings of a production. */
final class BackOffice {

    private BackOffice() {
    }

    /**
     * Starts it.
     * @param database where its tables are
     * @param imapPort its mailbox, at a server that takes any password
     * @param smtpPort where its mail leaves
     * @param more settings beyond
     * @return the application, which may not be ready yet
     */
    static Application start(List<String> database, int imapPort, int smtpPort, String... more) throws IOException {
        List<String> settings = new ArrayList<>(database);
        settings.addAll(List.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + smtpPort,
                "--backoffice.outbox.security=none", "--backoffice.outbox.mails-per-minute=0",
                "--backoffice.outbox.daily-limit=0",
                "--backoffice.outbox.token-secret=" + UUID.randomUUID() + UUID.randomUUID(),
                "--backoffice.inbox.host=127.0.0.1", "--backoffice.inbox.port=" + imapPort,
                "--backoffice.inbox.security=none", "--backoffice.inbox.password=" + UUID.randomUUID()));
        settings.addAll(List.of(more));
        return Application.start(jar(), settings);
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter((file) -> file.getFileName().toString().matches("forced-tls-back-office-.*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no jar: run ./mvnw -DskipTests package"));
        }
    }

}
