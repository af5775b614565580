package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The mailbox reader against a mail server as they run in the world. */
class DovecotTests {

    private final Dovecot server = new Dovecot("");

    private final InboxFixture inbox = new InboxFixture().with("port", this.server.port);

    @AfterEach
    void stop() {
        this.inbox.close();
        this.server.close();
    }

    @Test
    void storesEveryByte() throws IOException {
        byte[] body = new byte[5000];
        new Random(1).nextBytes(body);
        byte[] mail = ("From: kari@bank.no\r\nno colon \0\u00e6\r\nX:\t y \r\n\r\n"
                + new String(body, StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n\\x00]", "") + "\r\n.\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
        this.server.deliver("odd", mail);
        this.inbox.reader();
        await().until(() -> this.server.count("Processed") == 1);
        assertThat(this.inbox.mails.find(1).orElseThrow().raw())
            .isEqualTo(new String(mail, StandardCharsets.ISO_8859_1).replace('\0', (char) 0x80)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void hearsOfNewMailsAndMovesThem() throws IOException {
        this.inbox.with("poll", "20m").with("idle-renewal", "20m").reader();
        await().until(() -> this.server.count("Failed") == 0);
        deliver("First");
        await().until(() -> this.server.count("Processed") == 1);
        deliver("Second");
        await().until(() -> this.server.count("Processed") == 2 && this.server.count("") == 0);
        assertThat(this.inbox.handler.subjects()).containsExactly("First", "Second");
    }

    @ParameterizedTest
    @ValueSource(strings = { "IMAP4rev1 UIDPLUS", "IMAP4rev1" })
    void managesWithAServerThatCanDoLittle(String capabilities) throws IOException {
        try (Dovecot plain = new Dovecot(capabilities)) {
            this.inbox.with("port", plain.port).with("attempts", 1).reader();
            plain.deliver("1", MailIntakeTests.mail("First").getBytes(StandardCharsets.UTF_8));
            plain.deliver("2", MailIntakeTests.mail("Poison").getBytes(StandardCharsets.UTF_8));
            await().until(() -> plain.count("Processed") == 1 && plain.count("Failed") == 1 && plain.count("") == 0);
            assertThat(this.inbox.handler.subjects()).containsExactly("First");
            this.inbox.close();
        }
    }

    @Test
    void fetchesOnlyTheHeaderOfAMailThatIsTooLarge() throws IOException {
        this.inbox.with("limits.size", "1MB").reader();
        this.server.deliver("large",
                (MailIntakeTests.mail("Large") + "x\r\n".repeat(700_000)).getBytes(StandardCharsets.UTF_8));
        deliver("Small");
        await().until(() -> this.server.count("Failed") == 1 && this.server.count("Processed") == 1);
        assertThat(this.inbox.handler.subjects()).containsExactly("Small");
        assertThat(
                this.inbox.jdbc.sql("select subject from backoffice.inbound_mail where not whole and length(raw) < 200")
                    .query(String.class)
                    .single())
            .isEqualTo("Large");
        assertThat(this.inbox.reasons())
            .containsExactly("E-posten er på 2,0 MB, og grensen er 1 MB; bare e-posthodet er hentet.");
    }

    @Test
    void survivesARestartOfTheServerThatNumbersAnew() throws IOException {
        this.inbox.with("retry-pause", "1h").reader();
        deliver("Poison");
        await().until(() -> this.inbox.reasons().size() == 1);
        long before = uidValidity();
        this.server.renumber();
        deliver("After");
        await().until(() -> this.inbox.handler.subjects().equals(List.of("After")));
        await().until(() -> uidValidity() != before);
        assertThat(this.inbox.jdbc.sql("select count(*) from backoffice.inbound_mail").query(Long.class).single())
            .isEqualTo(2);
        this.inbox.clock.advance(Duration.ofHours(3));
        await().until(() -> this.inbox.mails.find(1).orElseThrow().attempts() == 2);
    }

    @Test
    void createsItsFoldersAgainWhenSomebodyDeletedThem() throws IOException {
        this.inbox.reader();
        await().until(() -> this.server.count("Processed") == 0);
        this.server.deleteFolder("Processed");
        deliver("After");
        await().until(() -> this.server.count("Processed") == 1);
        assertThat(this.inbox.handler.subjects()).containsExactly("After");
    }

    private void deliver(String subject) throws IOException {
        this.server.deliver(subject, MailIntakeTests.mail(subject).getBytes(StandardCharsets.UTF_8));
    }

    private long uidValidity() {
        return this.inbox.jdbc.sql("select uid_validity from backoffice.inbound_mail where id = 1")
            .query(Long.class)
            .single();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
    }

}
