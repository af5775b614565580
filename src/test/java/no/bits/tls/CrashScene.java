package no.bits.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import no.bits.tls.tls.TestNetwork;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What outlives the application when it is killed: the database, the mail server, the
 * applicants and the staff.
 */
final class CrashScene implements AutoCloseable {

    private static final String STAFF = "solveig";

    private final JdbcConnectionDetails server;

    private final String owner;

    private final String password = UUID.randomUUID().toString();

    private final TestMailServer.Mail mail = new TestMailServer.Mail(this.password);

    private final List<Applicant> applicants = new ArrayList<>();

    private final SingleConnectionDataSource connection;

    private final JdbcClient database;

    private final StaffRobot staff;

    private final Path folder;

    private volatile Optional<BackOfficeProcess> application = Optional.empty();

    private int starts;

    CrashScene() {
        this(TestDatabase.connectionTo(TestDatabase.create()));
    }

    private CrashScene(JdbcConnectionDetails server) {
        this.server = server;
        this.connection = new SingleConnectionDataSource(server.getJdbcUrl() + "&currentSchema=backoffice,public",
                server.getUsername(), server.getPassword(), true);
        this.database = JdbcClient.create(this.connection);
        String name = this.database.sql("select current_database()").query(String.class).single();
        this.owner = "owner_of_" + name;
        this.database.sql("create role %s login password '%s'".formatted(this.owner, this.password)).update();
        this.database.sql("alter database %s owner to %s".formatted(name, this.owner)).update();
        this.folder = emptyFolder();
        this.mail.start();
        this.staff = StaffRobot.atWork(STAFF, this.password, () -> this.application.flatMap(BackOfficeProcess::port));
    }

    /** A scene on another server's database. */
    static CrashScene on(JdbcConnectionDetails server) {
        return new CrashScene(server);
    }

    /** Whose the database is, and as whom the application logs in. */
    String owner() {
        return this.owner;
    }

    /** The database, with every right. */
    JdbcClient database() {
        return this.database;
    }

    /** The mail server. */
    TestMailServer.Mail mail() {
        return this.mail;
    }

    /** Who has mailed the forms. */
    List<Applicant> applicants() {
        return this.applicants;
    }

    /** Starts the application once more. */
    BackOfficeProcess start() {
        this.starts++;
        BackOfficeProcess started = BackOfficeProcess
            .start(this.folder.resolve("start-%02d.log".formatted(this.starts)), settings(), secrets());
        this.application = Optional.of(started);
        return started;
    }

    /** One more applicant mails the forms. */
    Applicant deliver() {
        Applicant applicant = new Applicant(this.applicants.size() + 1);
        this.mail.deliver(applicant.mail());
        this.applicants.add(applicant);
        return applicant;
    }

    @Override
    public void close() {
        this.staff.close();
        this.application.ifPresent(BackOfficeProcess::close);
        this.mail.stop();
        this.connection.destroy();
    }

    private Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "crash-tests")), "run-")
                .toAbsolutePath();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * As in production, but quick to notice a dead predecessor; and since each kill while
     * a mail is handled counts as an attempt, a mail may be tried often.
     */
    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.port", "0");
        settings.put("spring.datasource.url", this.server.getJdbcUrl().replaceFirst("\\?.*", ""));
        settings.put("spring.datasource.username", this.owner);
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", Integer.toString(this.mail.smtpPort()));
        settings.put("backoffice.inbox.host", "127.0.0.1");
        settings.put("backoffice.inbox.port", Integer.toString(this.mail.imapPort()));
        settings.put("backoffice.inbox.security", "none");
        settings.put("backoffice.inbox.poll", "1s");
        settings.put("backoffice.inbox.idle-renewal", "2s");
        settings.put("backoffice.inbox.retry-pause", "200ms");
        settings.put("backoffice.inbox.attempts", "100");
        settings.put("backoffice.outbox.security", "none");
        settings.put("backoffice.outbox.poll", "1s");
        settings.put("backoffice.domaincheck.lease", "8s");
        settings.put("backoffice.domaincheck.poll", "1s");
        settings.putAll(TestNetwork.settings());
        settings.put("backoffice.outbox.lease", "8s");
        settings.put("backoffice.outbox.answer-timeout", "6s");
        settings.put("backoffice.outbox.retry.first", "1s");
        settings.put("backoffice.outbox.mails-per-minute", "0");
        settings.put("backoffice.review.batch-size", "10");
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", "8000");
        settings.put("camunda.bpm.admin-user.id", STAFF);
        return settings;
    }

    private Map<String, String> secrets() {
        return Map.of("SPRING_DATASOURCE_PASSWORD", this.password, "BACKOFFICE_INBOX_PASSWORD", this.password,
                "BACKOFFICE_OUTBOX_TOKENSECRET", this.password, "CAMUNDA_BPM_ADMINUSER_PASSWORD", this.password);
    }

}
