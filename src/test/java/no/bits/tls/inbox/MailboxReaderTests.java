package no.bits.tls.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Status;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxReaderTests {

    private final InboxFixture inbox = new InboxFixture();

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @BeforeEach
    void start() {
        this.server.setUser("tls@bits.no", "tls@bits.no", "secret");
        this.server.start();
        this.inbox.with("port", this.server.getImap().getPort());
    }

    @AfterEach
    void stop() {
        this.inbox.close();
        this.server.stop();
    }

    @Test
    void takesInEveryMailByteForByteAndMovesIt() throws Exception {
        String odd = "From: Kari <kari@bank.no>\r\nSubject: a\r\n\tb\r\nno colon here\r\nX:\t y \r\n\r\nÆ\r\n.\r\n";
        deliver(odd.getBytes(StandardCharsets.UTF_8));
        this.inbox.reader();
        await().until(() -> folder("Processed").getMessageCount() == 1);
        assertThat(this.inbox.handler.subjects()).containsExactly("a b");
        await().until(() -> folder("INBOX").getMessageCount() == 0);
        assertThat(this.inbox.mails.find(1).orElseThrow().size()).isPositive();
    }

    @Test
    void takesInManyMails() throws Exception {
        for (int number = 0; number < 250; number++) {
            deliver(MailIntakeTests.mail("Mail " + number));
        }
        this.inbox.reader();
        await().until(() -> folder("Processed").getMessageCount() == 250);
        assertThat(this.inbox.handler.subjects())
            .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj((number) -> "Mail " + number).toList());
    }

    @Test
    void hearsOfANewMailWhileItWaits() throws Exception {
        this.inbox.with("idle-renewal", "10s").with("poll", "20m").reader();
        await().until(() -> folderExists("Failed"));
        deliver(MailIntakeTests.mail("First"));
        await().until(() -> this.inbox.handler.subjects().equals(List.of("First")));
        deliver(MailIntakeTests.mail("Second"));
        await().until(() -> this.inbox.handler.subjects().equals(List.of("First", "Second")));
    }

    @Test
    void handlesWhatAPersonTakesInWhileItWaits() throws Exception {
        this.inbox.with("idle-renewal", "10m").with("poll", "20m").reader();
        deliver(MailIntakeTests.mail("By mail"));
        await().until(() -> folder("Processed").getMessageCount() == 1);
        this.inbox.stored(MailIntakeTests.mail("By a person"));
        await().until(() -> this.inbox.handler.subjects().equals(List.of("By mail", "By a person")));
    }

    @Test
    void handlesTheNextMailWhateverTheOneBeforeWas() throws Exception {
        this.inbox.with("limits.size", "200KB");
        List<byte[]> poison = List.of("".getBytes(StandardCharsets.UTF_8), bytes("Subject: no from\r\n\r\n"),
                bytes("From: <\0@@>\r\nSubject: nul\0\r\n\r\n\0"),
                bytes("Subject: broken\r\nContent-Type: multipart/mixed; boundary=\"\r\n\r\n--\r\n"),
                bytes("Subject: charset\r\nContent-Type: text/plain; charset=utf-8*fr\r\n\r\nå"), TestMails.nested(300),
                TestMails.parts(2000), bytes("Subject: oversize\r\n\r\n" + "x".repeat(300_000)),
                bytes(MailIntakeTests.mail("Poison")), bytes(MailIntakeTests.mail("Overflow")));
        for (byte[] mail : poison) {
            deliver(mail);
        }
        deliver(MailIntakeTests.mail("Good"));
        this.inbox.reader();
        await().until(() -> this.inbox.handler.subjects().contains("Good"));
        await().until(() -> folder("Failed").getMessageCount() == 5);
        await().until(() -> folder("INBOX").getMessageCount() == 0);
        assertThat(this.inbox.handler.subjects()).contains("no from", "nul", "broken", "charset", "Good");
        assertThat(this.inbox.reasons())
            .anyMatch((reason) -> reason.matches("E-posten er på 0[.,]3 MB, og grensen er 0 MB; .*"));
    }

    @Test
    void survivesAMailServerThatGoesAwayAndComesBack() throws Exception {
        int port = this.server.getImap().getPort();
        this.inbox.reader();
        deliver(MailIntakeTests.mail("Before"));
        await().until(() -> this.inbox.handler.subjects().contains("Before"));
        this.server.stop();
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        this.server.setUser("tls@bits.no", "tls@bits.no", "secret");
        this.server.start();
        deliver(MailIntakeTests.mail("After"));
        await().until(() -> this.inbox.handler.subjects().equals(List.of("Before", "After")));
    }

    @Test
    void survivesALostDatabaseConnection() throws Exception {
        this.inbox.reader();
        deliver(MailIntakeTests.mail("Before"));
        await().until(() -> this.inbox.handler.subjects().contains("Before"));
        this.inbox.jdbc
            .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and datname = current_database()")
            .query((row) -> {
            });
        deliver(MailIntakeTests.mail("After"));
        await().until(() -> this.inbox.handler.subjects().equals(List.of("Before", "After")));
    }

    @Test
    void readsAMailboxOnceHoweverManyInstancesThereAre() throws Exception {
        MailboxReader first = this.inbox.reader();
        await().until(() -> folderExists("Failed"));
        ReaderPulse standby = new ReaderPulse(this.inbox.clock);
        this.inbox.reader(standby);
        await().until(standby::isStandby);
        deliver(MailIntakeTests.mail("First"));
        await().until(() -> this.inbox.handler.subjects().equals(List.of("First")));
        first.stop();
        deliver(MailIntakeTests.mail("Second"));
        await().until(() -> this.inbox.handler.subjects().equals(List.of("First", "Second")));
        assertThat(standby.isStandby()).isFalse();
    }

    @Test
    void handlesAMailOnceAfterTheMailboxWasRenumbered() throws Exception {
        deliver(MailIntakeTests.mail("Poison"));
        MailboxReader reader = this.inbox.with("retry-pause", "1h").reader();
        await().until(() -> this.inbox.reasons().size() == 1);
        reader.stop();
        this.inbox.jdbc.sql("update backoffice.inbound_mail set uid_validity = 1, uid = 4711").update();
        this.inbox.clock.advance(Duration.ofHours(2));
        this.inbox.reader();
        await().until(() -> this.inbox.jdbc.sql("select uid_validity > 1 from backoffice.inbound_mail")
            .query(Boolean.class)
            .single());
        assertThat(this.inbox.jdbc.sql("select attempts from backoffice.inbound_mail").query(Integer.class).list())
            .containsExactly(2);
    }

    @Test
    void doesNotTakeANewMailWithAnOldNumberForTheOldOne() throws Exception {
        deliver(MailIntakeTests.mail("Old"));
        MailboxReader reader = this.inbox.reader();
        await().until(() -> folder("Processed").getMessageCount() == 1);
        reader.stop();
        this.inbox.jdbc.sql("update backoffice.inbound_mail set uid = :next").param("next", uidNext()).update();
        deliver(MailIntakeTests.mail("New"));
        this.inbox.reader();
        await().until(() -> this.inbox.handler.subjects().equals(List.of("Old", "New")));
    }

    @Test
    void keepsASecondDeliveryAsADuplicate() throws Exception {
        deliver(MailIntakeTests.mail("Twice"));
        deliver(MailIntakeTests.mail("Twice"));
        this.inbox.reader();
        await().until(() -> folder("Processed").getMessageCount() == 2);
        assertThat(this.inbox.handler.handled).hasSize(1);
        assertThat(this.inbox.count(MailState.DUPLICATE)).isOne();
    }

    @Test
    void stopsPromptlyWhileItWaits() {
        MailboxReader reader = this.inbox.with("idle-renewal", "20m").reader();
        await().until(() -> folderExists("Failed"));
        long start = System.nanoTime();
        reader.stop();
        assertThat(reader.isRunning()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void reportsThatTheMailboxCannotBeRead() {
        ReaderPulse pulse = new ReaderPulse(this.inbox.clock);
        InboxHealthIndicator health = new InboxHealthIndicator(this.inbox.settings(), pulse);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        this.inbox.clock.advance(Duration.ofMinutes(6));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        pulse.polled(List.of(1L));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        this.inbox.clock.advance(Duration.ofMinutes(16));
        pulse.polled(List.of(1L, 2L));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        pulse.polled(List.of(2L));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void readsNothingWithoutAHost() {
        InboxSettings settings = this.inbox.with("host", "").settings();
        MailboxReader reader = this.inbox.reader();
        assertThat(settings.active()).isFalse();
        assertThat(reader.isRunning()).isFalse();
        assertThat(new InboxHealthIndicator(settings, new ReaderPulse(this.inbox.clock)).health().getStatus())
            .isEqualTo(Status.UP);
    }

    private void deliver(String mail) throws Exception {
        deliver(bytes(mail));
    }

    private void deliver(byte[] mail) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new java.util.Properties()),
                new java.io.ByteArrayInputStream(mail));
        folder("INBOX").appendMessage(message, new Flags(), new java.util.Date());
    }

    private MailFolder folder(String name) {
        return this.server.getManagers()
            .getImapHostManager()
            .getFolder(this.server.getUserManager().getUser("tls@bits.no"), name);
    }

    /** GreenMail numbers the mails of a folder from 1. */
    private long uidNext() {
        return 2;
    }

    private boolean folderExists(String name) {
        return folder(name) != null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
    }

}
