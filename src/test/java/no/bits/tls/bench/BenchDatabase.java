package no.bits.tls.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL that keeps its promises: every commit is on the disk. */
final class BenchDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;

    private BenchDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static BenchDatabase start() {
        try {
            return new BenchDatabase(EmbeddedPostgres.builder()
                .setDataDirectory(Path.of("target", "benchmarks", "postgresql"))
                .setCleanDataDirectory(true)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start());
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", ex);
        }
    }

    /** Creates an empty database. */
    void create(String name) throws SQLException {
        try (Connection connection = this.server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    Connection connect(String name) throws SQLException {
        return this.server.getDatabase("postgres", name).getConnection();
    }

    /** The settings by which a Spring Boot application uses a database. */
    List<String> settings(String name) {
        return List.of("--spring.datasource.url=" + this.server.getJdbcUrl("postgres", name),
                "--spring.datasource.username=postgres", "--spring.datasource.password=" + UUID.randomUUID());
    }

    @Override
    public void close() {
        try {
            this.server.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The embedded PostgreSQL does not stop", ex);
        }
    }

}
