package no.bits.tls.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A PostgreSQL of the demo's own, whose data stay in the state folder. */
final class DemoDatabase implements JdbcConnectionDetails {

    private final EmbeddedPostgres server;

    private DemoDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it, after whatever a killed demo left running; it stops when the application
     * has.
     * @param folder where its data are
     * @return how to reach it
     */
    static DemoDatabase start(Path folder) {
        try {
            stopOrphan(folder);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setRegisterShutdownHook(false)
                .start();
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return new DemoDatabase(server);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The demo's PostgreSQL does not start in %s".formatted(folder), ex);
        }
    }

    @Override
    public String getJdbcUrl() {
        return this.server.getJdbcUrl(getUsername(), "postgres");
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "postgres";
    }

    private static void stopOrphan(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            orphan(folder, Files.readAllLines(pidFile).get(0)).ifPresent(DemoDatabase::stop);
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> orphan(Path folder, String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
            .filter((process) -> process.info().commandLine().orElse("").contains(folder.toString()));
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The demo's PostgreSQL does not stop", ex);
        }
    }

}
