package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import no.bits.tls.workflow.Demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * One real PostgreSQL for all tests of this JVM; each application context gets an empty
 * database of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Bean
    JdbcConnectionDetails database() {
        return connectionTo(create());
    }

    @Bean
    Demo secretsMayBeKnown() {
        return new Demo() {
        };
    }

    /**
     * Creates an empty database.
     * @return its name
     */
    public static String create() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        }
        catch (SQLException ex) {
            throw new IllegalStateException("The database %s cannot be created".formatted(name), ex);
        }
    }

    /**
     * How to reach a database.
     * @param name its name
     * @return its address and who to log in as
     */
    public static JdbcConnectionDetails connectionTo(String name) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return SERVER.getJdbcUrl("postgres", name);
            }
        };
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return server;
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", ex);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The embedded PostgreSQL does not stop", ex);
        }
    }

}
