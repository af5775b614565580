package no.bits.tls.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;

/**
 * How many mails of the outbox a sink takes in a second, from the commit of the first to
 * the last row that says SENT, and how many it takes from a bare loop over one reused
 * transport: in turns, mails of the same size, both warm.
 */
final class SendingBenchmark {

    private static final String QUEUE = """
            with letter as (
                insert into backoffice.letter (id, purpose, case_number, recipient, period, message_id, thread,
                    envelope_sender, subject, body, message, created_at)
                select gen_random_uuid(), 'bench', 'TLS-2026-00042', 'a' || n || '@d' || n % 500 || '.example', ?,
                    '<' || gen_random_uuid() || '@bench.example>', '', 'tls-bounce@bits.no', 'Bench', 'Bench',
                    convert_to(?, 'UTF8'), now()
                from generate_series(1, ?) n returning id, recipient)
            insert into backoffice.delivery (id, importance, address, queued_at, next_attempt_at)
            select id, 'OWED', recipient, now(), now() from letter""";

    private final BenchDatabase database;

    private final MailServers mail;

    private final String letter;

    private final int mails;

    SendingBenchmark(BenchDatabase database, MailServers mail, int mails) throws IOException {
        this.database = database;
        this.mail = mail;
        this.mails = mails;
        this.letter = letter();
    }

    List<Comparison> run(int rounds) throws Exception {
        Figures ours = new Figures();
        Figures bare = new Figures();
        this.database.create("sending");
        try (MailSink sink = MailSink.start();
                Application application = BackOffice.start(this.database.settings("sending"), this.mail.imapPort(),
                        sink.port(), "--backoffice.outbox.poll=100ms",
                        "--backoffice.outbox.workers=" + Integer.getInteger("bench.workers", 4));
                Connection queue = this.database.connect("sending")) {
            application.awaitTasklist();
            for (int round = 0; round <= rounds; round++) {
                double bareRate = rate(sink, () -> new BareSender(sink.port()).run(this.letter, this.mails));
                double ourRate = rate(sink, send(queue, round));
                System.out.printf("Sending, round %d of %d: %.0f to %.0f per second%n", round, rounds, ourRate,
                        bareRate);
                if (round > 0) {
                    bare.add(bareRate);
                    ours.add(ourRate);
                }
            }
        }
        return List.of(new Comparison("mails sent, per second", ours, bare, "≥ 0.5"));
    }

    private Work send(Connection queue, int round) throws SQLException {
        queue.setAutoCommit(false);
        try (PreparedStatement insert = queue.prepareStatement(QUEUE)) {
            insert.setString(1, Integer.toString(round));
            insert.setString(2, this.letter);
            insert.setInt(3, this.mails);
            insert.executeUpdate();
        }
        return () -> {
            queue.commit();
            queue.setAutoCommit(true);
            Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(30))
                .until(() -> isSent(queue));
        };
    }

    private static boolean isSent(Connection queue) throws SQLException {
        try (var statement = queue.createStatement();
                var rows = statement
                    .executeQuery("select not exists (select from backoffice.outbound_mail where state <> 'SENT')")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private double rate(MailSink sink, Work work) throws Exception {
        long before = sink.mails();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sink.mails() - before != this.mails) {
            throw new IllegalStateException(
                    "The sink took %d mails instead of %d".formatted(sink.mails() - before, this.mails));
        }
        return this.mails / seconds;
    }

    /** A letter of ours as it leaves, in quoted-printable. */
    private static String letter() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/golden/mails/enrolment-receipt.txt"));
        return """
                Date: Tue, 3 Nov 2026 09:15:00 +0100
                From: Bits <tls@bits.no>
                To: it@fjordbanken.example
                Message-ID: <o.bench@tls.bits.no>
                Subject: Bench
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                """.concat(text.replaceAll("[^\\x00-\\x7e]", "=C3=A5"))
            .lines()
            .map((line) -> line + "\r\n")
            .reduce("", String::concat);
    }

    /** Something that takes time. */
    private interface Work {

        void run() throws Exception;

    }

}
