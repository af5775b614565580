package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.Assert;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The PostgreSQL that Debian ships, the oldest that we promise to work on, with its own
 * {@code pg_dump} and {@code pg_restore}.
 */
final class DebianPostgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path programs;

    private final Path folder;

    private final int port;

    private DebianPostgres(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("debian-postgres-");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        run(List.of("chown", USER, this.folder.toString()));
        as("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "-D", data());
        as("pg_ctl", "start", "--wait", "-D", data(), "-l", this.folder.resolve("log").toString(), "-o",
                "-p %d -k %s -F".formatted(this.port, this.folder));
    }

    /**
     * Starts an empty server.
     * @return the server; without Debian's package the test is skipped with a message,
     * and fails where {@code CI} is {@code true}
     */
    static DebianPostgres start() {
        Path newest = installed();
        String message = "NOT TESTED: PostgreSQL is not installed (Debian: apt-get install postgresql)";
        if (newest == null) {
            System.err.println(message);
            assertThat(System.getenv("CI")).as(message).isNotEqualTo("true");
        }
        Assumptions.assumeTrue(newest != null, message);
        try {
            return new DebianPostgres(Objects.requireNonNull(newest));
        }
        catch (IOException ex) {
            throw new UncheckedIOException("Debian's PostgreSQL does not start", ex);
        }
    }

    /** How to reach its one database. */
    JdbcConnectionDetails connection() {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return USER;
            }

            @Override
            public String getPassword() {
                return USER;
            }

            @Override
            public String getJdbcUrl() {
                return "jdbc:postgresql://127.0.0.1:%d/postgres?ApplicationName=tests"
                    .formatted(DebianPostgres.this.port);
            }
        };
    }

    /** Dumps the database while it is used, as the operating page says. */
    Path dump() {
        Path dump = this.folder.resolve("backoffice.dump");
        as("pg_dump", "--format=custom", "--file=" + dump, address());
        return dump;
    }

    /**
     * Restores a dump into the empty database of an owner, as the operating page says.
     */
    void restore(Path dump, String owner) {
        as("pg_restore", "--exit-on-error", "--no-owner", "--role=" + owner, "--dbname=" + address(), dump.toString());
    }

    @Override
    public void close() {
        as("pg_ctl", "stop", "--mode=immediate", "-D", data());
        FileSystemUtils.deleteRecursively(this.folder.toFile());
    }

    private String address() {
        return "postgresql://%s@127.0.0.1:%d/postgres".formatted(USER, this.port);
    }

    private String data() {
        return this.folder.resolve("data").toString();
    }

    /** The server refuses to run as root. */
    private void as(String program, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("runuser", "-u", USER, "--", this.programs.resolve(program).toString()));
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).directory(this.folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(this.folder.resolveSibling(this.folder.getFileName() + ".out").toFile())
                .start();
            Assert.state(process.waitFor() == 0, () -> String.join(" ", command) + " failed");
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
    }

    private static @Nullable Path installed() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map((version) -> version.resolve("bin"))
                .filter((bin) -> Files.isExecutable(bin.resolve("initdb")))
                .max(Comparator.naturalOrder())
                .orElse(null);
        }
        catch (IOException ex) {
            return null;
        }
    }

}
