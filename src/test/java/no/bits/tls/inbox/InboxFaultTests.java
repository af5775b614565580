package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import no.bits.tls.Patience;
import no.bits.tls.TestDatabase;
import no.bits.tls.workflow.CaseNumber;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What mail servers, networks, databases and other clients do to an inbox: every mail is
 * handled once, and in the end none is left in the work list.
 */
@ExtendWith(OutputCaptureExtension.class)
class InboxFaultTests {

    private static final Logger logger = LoggerFactory.getLogger(InboxFaultTests.class);

    private static final long SEED = Long.getLong("inbox.seed", System.nanoTime());

    private final InboxFixture inbox = new InboxFixture().with("idle-renewal", "1s");

    private final ReaderPulse pulse = new ReaderPulse(this.inbox.clock);

    private Dovecot server = new Dovecot("");

    @AfterEach
    void stop() {
        this.inbox.close();
        this.server.close();
    }

    @Test
    void goesOnWhileTheFolderForHandledMailsIsFull(CapturedOutput output) {
        serveWith(Dovecot.withArchiveFor(3));
        this.inbox.with("processed-folder", "Archive/Processed");
        read();
        deliver(1, 5);
        await().until(() -> this.server.count("Archive/Processed") == 3 && this.pulse.trouble().isPresent());
        deliver(6, 6);
        await().untilAsserted(() -> assertHandled(6));
        assertThat(new InboxHealthIndicator(this.inbox.settings(), this.pulse).health().getDetails().get("trouble"))
            .asString()
            .startsWith("Mails that are done with cannot be moved: ")
            .contains("OVERQUOTA");
        assertThat(this.server.subjects("INBOX")).hasSize(3);
        this.server.otherClient("SELECT Archive/Processed", "STORE 1:3 +FLAGS.SILENT (\\Deleted)", "EXPUNGE");
        await().until(() -> this.server.count("Archive/Processed") == 3 && this.server.count("") == 0);
        await().until(() -> this.pulse.trouble().isEmpty());
        assertThat(output.getOut().split("does not let us move mails", -1)).hasSize(2);
        assertThat(output).doesNotContain("cannot be read");
        assertHandled(6);
    }

    @Test
    void findsItsFoldersBelowTheInbox() {
        serveWith(Dovecot.withPrefix());
        this.server.deliver(bytes("Poison"));
        deliver(1, 1);
        this.inbox.with("attempts", 1);
        read();
        await().until(() -> this.server.count("Processed") == 1 && this.server.count("Failed") == 1);
        assertHandled(1);
    }

    @ParameterizedTest
    @CsvSource({ "Mail, Processed", "Poison, Failed" })
    void makesAFolderThatDisappearsWhileItWorks(String subject, String folder, CapturedOutput output)
            throws IOException {
        this.inbox.with("attempts", 1);
        read();
        for (int number = 1; number <= 3; number++) {
            String sent = subject + " " + number;
            this.server.deliver(bytes(sent));
            await().until(() -> this.server.subjects(folder).equals(List.of(sent)));
            this.server.otherClient("DELETE " + folder);
        }
        assertThat(output).doesNotContain("cannot be read").doesNotContain("does not let us move");
        assertThat(this.server.count("")).isZero();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void startsAgainWhereTheConnectionWasCut() {
        logger.warn("Connections are cut with -Dinbox.seed={}", SEED);
        Random random = new Random(SEED);
        AtomicInteger connections = new AtomicInteger();
        deliver(1, 100);
        try (ImapProxy proxy = new ImapProxy(this.server.port,
                () -> (connections.incrementAndGet() <= 15) ? random.nextInt(25_000) : Integer.MAX_VALUE, (said) -> {
                })) {
            read(proxy.port());
            await().until(() -> this.server.count("Processed") == 100 && this.server.count("") == 0);
            this.inbox.close();
        }
        assertThat(connections).hasValueGreaterThan(3);
    }

    @Test
    void missesNothingButAMailThatVanished() {
        AtomicBoolean vanished = new AtomicBoolean();
        deliver(1, 5);
        try (ImapProxy proxy = new ImapProxy(this.server.port, () -> Integer.MAX_VALUE, (said) -> {
            if (said.contains("BODY.PEEK[]") && vanished.compareAndSet(false, true)) {
                vanish(2);
            }
        })) {
            read(proxy.port());
            await().until(() -> this.server.count("Processed") == 4 && this.server.count("") == 0);
            assertThat(vanished).isTrue();
            assertThat(this.inbox.handler.subjects()).hasSize(4).isSubsetOf(subjects(5)).doesNotHaveDuplicates();
            assertThat(rows()).isEqualTo(4);
            this.inbox.close();
        }
    }

    @Test
    void movesTheOthersWhenAMailVanishes() {
        AtomicBoolean vanished = new AtomicBoolean();
        deliver(1, 5);
        try (ImapProxy proxy = new ImapProxy(this.server.port, () -> Integer.MAX_VALUE, (said) -> {
            if (said.contains("UID MOVE") && vanished.compareAndSet(false, true)) {
                vanish(3);
            }
        })) {
            read(proxy.port());
            await().until(() -> this.server.count("Processed") == 4 && this.server.count("") == 0);
            assertHandled(5);
            this.inbox.close();
        }
    }

    @Test
    void readsWhatAnotherClientHasSeen() {
        deliver(1, 3);
        this.server.otherClient("SELECT INBOX", "UID STORE 1:2 +FLAGS.SILENT (\\Seen)", "UID FETCH 3 BODY[]");
        read();
        await().until(() -> this.server.count("Processed") == 3);
        assertHandled(3);
    }

    @Test
    void removesNothingThatAnotherClientHasMarked() {
        serveWith(new Dovecot("IMAP4rev1"));
        deliver(1, 120);
        this.server.otherClient("SELECT INBOX", "UID STORE 120 +FLAGS.SILENT (\\Deleted)");
        read();
        await().until(() -> this.server.count("Processed") == 120 && this.server.count("") == 0);
        assertThat(this.inbox.handler.subjects()).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void survivesAnIndexThatIsLostWhileItWorks() throws IOException {
        read();
        for (int round = 0; round < 5; round++) {
            deliver(round * 20 + 1, round * 20 + 20);
            this.server.loseIndex();
        }
        await().until(() -> this.server.count("") == 0);
        assertHandled(100);
    }

    @Test
    void survivesADatabaseThatIsAwayForAWhile() {
        this.inbox.database.setConnectionTimeout(1000);
        read();
        deliver(1, 1);
        await().until(() -> this.server.count("Processed") == 1);
        JdbcClient administrator = JdbcClient
            .create(new DriverManagerDataSource(TestDatabase.connectionTo("postgres").getJdbcUrl()));
        String name = this.inbox.jdbc.sql("select current_database()").query(String.class).single();
        administrator.sql("alter database %s allow_connections false".formatted(name)).update();
        administrator.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
            .param(name)
            .query(Boolean.class)
            .list();
        deliver(2, 30);
        await().until(() -> this.pulse.trouble().isPresent());
        administrator.sql("alter database %s allow_connections true".formatted(name)).update();
        await().until(() -> this.server.count("Processed") == 30);
        assertHandled(30);
    }

    @Test
    void handlesNothingTwiceWhereTwoThinkTheyAreAlone() throws Exception {
        this.inbox.with("port", this.server.port);
        SlowHandler slow = new SlowHandler();
        String address = this.inbox.database.getJdbcUrl();
        try (InboxFixture other = new InboxFixture(address, (jdbc) -> slow)) {
            other.with("port", this.server.port).reader();
            this.server.deliver(bytes("Slow"));
            slow.entered.await();
            deliver(1, 20);
            this.inbox.jdbc
                .sql("""
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())""")
                .query(Boolean.class)
                .list();
            read();
            await().until(() -> this.server.count("Processed") == 20);
            slow.mayLeave.countDown();
            await().until(() -> this.server.count("Processed") == 21);
            assertHandled(20);
            assertThat(slow.subjects()).containsExactly("Slow");
        }
    }

    private void serveWith(Dovecot other) {
        this.server.close();
        this.server = other;
    }

    private void read() {
        read(this.server.port);
    }

    private void read(int port) {
        this.inbox.with("port", port).reader(this.pulse);
    }

    private void deliver(int first, int last) {
        IntStream.rangeClosed(first, last).forEach((number) -> this.server.deliver(bytes("Mail " + number)));
    }

    private void vanish(int uid) {
        this.server.otherClient("SELECT INBOX", "UID STORE %d +FLAGS.SILENT (\\Deleted)".formatted(uid), "EXPUNGE");
    }

    private void assertHandled(int mails) {
        assertThat(this.inbox.handler.subjects()).containsExactlyInAnyOrderElementsOf(subjects(mails));
    }

    private long rows() {
        return this.inbox.jdbc.sql("select count(*) from backoffice.inbound_mail").query(Long.class).single();
    }

    /** A folder may not be there yet, and a mail not any more. */
    private static ConditionFactory await() {
        return Patience.await().ignoreExceptions();
    }

    private static List<String> subjects(int mails) {
        return IntStream.rangeClosed(1, mails).mapToObj("Mail %d"::formatted).toList();
    }

    private static byte[] bytes(String subject) {
        return (MailIntakeTests.mail(subject) + "Hilsen Kari\r\n".repeat(40)).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes as long as it is made to. */
    private static final class SlowHandler extends InboxFixture.EagerHandler {

        final CountDownLatch entered = new CountDownLatch(1);

        final CountDownLatch mayLeave = new CountDownLatch(1);

        @Override
        public CaseNumber handle(IncomingMail mail) {
            this.entered.countDown();
            try {
                this.mayLeave.await();
            }
            catch (InterruptedException ex) {
                throw new IllegalStateException(ex);
            }
            return super.handle(mail);
        }

    }

}
