package no.bits.tls;

import org.flywaydb.core.Flyway;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A new database whose tables are moved on version by version, as an upgrade does. */
public final class MigratedDatabase {

    private final DriverManagerDataSource database;

    public MigratedDatabase() {
        JdbcConnectionDetails connection = TestDatabase.connectionTo(TestDatabase.create());
        this.database = new DriverManagerDataSource(connection.getJdbcUrl(), connection.getUsername(),
                connection.getPassword());
    }

    /** The database, with every right. */
    public JdbcClient jdbc() {
        return JdbcClient.create(this.database);
    }

    /**
     * Moves our tables on.
     * @param version up to and with which migration
     */
    public void migrate(String version) {
        Flyway.configure()
            .dataSource(this.database)
            .schemas("backoffice")
            .locations("classpath:db/migration")
            .target(version)
            .load()
            .migrate();
    }

}
