package no.bits.tls.report;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.ObjectMapper;
import no.bits.tls.TestDatabase;
import no.bits.tls.workflow.EngineNames;
import org.flywaydb.core.Flyway;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The reports alone, on a database of their own with the engine's tables and ours, at a
 * moment that stands still.
 */
final class ReportDatabase implements AutoCloseable {

    private static final List<String> ENGINE = List.of("engine", "history", "identity", "case.engine", "case.history",
            "decision.engine", "decision.history");

    /** A database with all tables and nothing in them, made once. */
    private static final String TEMPLATE = template();

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private final SingleConnectionDataSource database;

    private Instant now;

    ReportDatabase(String now) {
        this.now = KnownHistory.at(now).toInstant();
        String name = TEMPLATE + "_" + DATABASES.incrementAndGet();
        JdbcClient.create(database("postgres"))
            .sql("create database %s template %s".formatted(name, TEMPLATE))
            .update();
        this.database = database(name);
        this.application.registerBean(ObjectMapper.class);
        this.application.registerBean(EngineNames.class);
        this.application.registerBean(JdbcClient.class, this::jdbc);
        this.application.registerBean(Clock.class, this::clock);
        this.application.scan("no.bits.tls.report");
        this.application.refresh();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(this.database);
    }

    void travelTo(String time) {
        this.now = KnownHistory.at(time).toInstant();
    }

    <T extends Object> T get(Class<T> type) {
        return this.application.getBean(type);
    }

    /** A panel, one line each: its key and its figures. */
    List<String> lines(String report, String panel, String from, String until) {
        return panel(report, panel, from, until).lines()
            .stream()
            .map((line) -> String.join(" ", line.key(),
                    String.join(" ", line.figures().stream().map(ReportDatabase::written).toList())))
            .toList();
    }

    Panel panel(String report, String panel, String from, String until) {
        return get(ReportDesk.class)
            .report(report, new ReportDesk.Asked(YearMonth.parse(from), YearMonth.parse(until), null))
            .panels()
            .stream()
            .filter((one) -> one.id().equals(panel))
            .findFirst()
            .orElseThrow();
    }

    private static String template() {
        String name = TestDatabase.create();
        SingleConnectionDataSource database = database(name);
        ENGINE.forEach((part) -> new ResourceDatabasePopulator(new ClassPathResource(
                "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part)))
            .execute(database));
        Flyway.configure()
            .dataSource(database)
            .schemas("backoffice")
            .locations("classpath:db/migration")
            .load()
            .migrate();
        database.destroy();
        return name;
    }

    private static SingleConnectionDataSource database(String name) {
        var connection = TestDatabase.connectionTo(name);
        return new SingleConnectionDataSource(connection.getJdbcUrl(), connection.getUsername(),
                connection.getPassword(), true);
    }

    private static String written(Figure figure) {
        return (figure.value() != null) ? Objects.toString(figure.value()).replaceFirst("\\.0$", "") : "-";
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return ReportDatabase.this.now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(ReportDatabase.this.now, zone);
            }
        };
    }

    @Override
    public void close() {
        this.application.close();
        this.database.destroy();
    }

}
