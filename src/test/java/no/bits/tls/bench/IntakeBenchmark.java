package no.bits.tls.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import no.bits.tls.inbox.Dovecot;
import org.awaitility.Awaitility;

/**
 * How many mails become open cases in a second, from Dovecot to the committed start of
 * their process, and how many a bare loop takes in from the same server into the same
 * PostgreSQL: in turns, the same mails, both warm. Once alone, and once while the same
 * processors also read the forms, write the receipts and send them.
 */
final class IntakeBenchmark {

    private static final String CASES = "select count(*) from backoffice.enrolment";

    private static final String BACKLOG = "select (select count(*) from act_ru_job where duedate_ is null)"
            + " + (select count(*) from backoffice.outbound_mail where state in ('NEW', 'CLAIMED', 'IN_DATA'))";

    private final BenchDatabase database;

    private final MailServers mail;

    private final SampleMails samples = new SampleMails();

    private final int mails;

    IntakeBenchmark(BenchDatabase database, MailServers mail, int mails) throws IOException {
        this.database = database;
        this.mail = mail;
        this.mails = mails;
    }

    List<Comparison> run(int rounds) throws Exception {
        Figures bare = new Figures();
        return List.of(
                new Comparison("mails to open cases, per second", measure("intake", false, rounds, bare), bare,
                        "≥ 0.3"),
                new Comparison("the same, with all that follows", measure("whole", true, rounds, bare), bare, ""));
    }

    private Figures measure(String name, boolean jobs, int rounds, Figures bare) throws Exception {
        Figures ours = new Figures();
        this.database.create(name);
        this.database.create("bare_" + name);
        try (Dovecot server = new Dovecot("");
                Dovecot bareServer = new Dovecot("");
                Connection watch = this.database.connect(name);
                Connection bareDatabase = this.database.connect("bare_" + name);
                Application application = BackOffice.start(this.database.settings(name), server.port(),
                        this.mail.smtpPort(), "--camunda.bpm.job-execution.enabled=" + jobs)) {
            application.awaitTasklist();
            BareLoop loop = new BareLoop(bareServer.port(), bareDatabase);
            for (int round = 0; round <= rounds; round++) {
                List<byte[]> batch = this.samples.take(this.mails);
                bareServer.stage(batch).run();
                double bareRate = rate(loop::run);
                double ourRate = takeIn(batch, server, watch);
                System.out.printf("Intake %s, round %d of %d: %.1f to %.1f per second%n", name, round, rounds, ourRate,
                        bareRate);
                if (round > 0) {
                    bare.add(bareRate);
                    ours.add(ourRate);
                }
                await(() -> !jobs || count(watch, BACKLOG) == 0);
            }
        }
        return ours;
    }

    private double takeIn(List<byte[]> batch, Dovecot server, Connection watch) throws Exception {
        long cases = count(watch, CASES) + batch.size();
        Runnable arrival = server.stage(batch);
        return rate(() -> {
            arrival.run();
            await(() -> count(watch, CASES) == cases && server.count("") == 0);
        });
    }

    private double rate(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return this.mails / ((System.nanoTime() - start) / 1e9);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().pollInterval(Duration.ofMillis(100)).atMost(Duration.ofMinutes(30)).until(condition);
    }

    private static long count(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Something that takes time. */
    private interface Work {

        void run() throws Exception;

    }

}
