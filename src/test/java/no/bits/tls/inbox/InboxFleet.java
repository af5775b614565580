package no.bits.tls.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances of the inbox on one database and one mailbox. */
final class InboxFleet implements AutoCloseable {

    private static final int SIZE = 2;

    private final Path logs = emptyFolder();

    private final Map<String, InboxProcess> instances = new HashMap<>();

    private final String address;

    private final List<String> settings;

    private final JdbcClient database;

    private int starts;

    /**
     * Starts both.
     * @param address the database, which has our tables
     * @param settings the inbox's settings as {@code name=value}
     * @param database the same database
     */
    InboxFleet(String address, List<String> settings, JdbcClient database) {
        this.address = address;
        this.settings = settings;
        this.database = database;
        complete();
    }

    /** Starts one for each that has died. */
    void complete() {
        this.instances.values().removeIf((instance) -> !instance.isAlive());
        while (this.instances.size() < SIZE) {
            start("inbox-%03d".formatted(++this.starts));
        }
    }

    /** The instance that reads the mailbox, if one does. */
    Optional<InboxProcess> reader() {
        return this.database.sql("""
                select application_name from pg_stat_activity join pg_locks using (pid)
                where locktype = 'advisory' and datname = current_database()""")
            .query(String.class)
            .optional()
            .map(this.instances::get);
    }

    /** The other instance. */
    InboxProcess other(InboxProcess reader) {
        return this.instances.values().stream().filter((instance) -> instance != reader).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        this.instances.values().forEach(InboxProcess::close);
    }

    private void start(String name) {
        List<String> arguments = new ArrayList<>(List.of(this.address + "&ApplicationName=" + name));
        arguments.addAll(this.settings);
        this.instances.put(name, InboxProcess.start(this.logs.resolve(name + ".log"), arguments));
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "crash-tests")), "inbox-")
                .toAbsolutePath();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
