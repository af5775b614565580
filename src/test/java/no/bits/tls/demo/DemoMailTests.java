package no.bits.tls.demo;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DemoMailTests {

    @TempDir
    Path folder;

    @Test
    void bringsASampleToTheMailboxAndKeepsItByteForByteWhereItWasMoved() throws Exception {
        DemoMail mail = started();
        new Postman(mail.smtpPort(), Clock.systemUTC()).bring("o02");
        byte[] received = only(mail, "INBOX");
        move(mail, "INBOX", "Processed");
        mail.stop();

        DemoMail again = started();
        assertThat(only(again, "Processed")).isEqualTo(received);
        assertThat(new String(received, "UTF-8")).contains("gramake-sparebank.example");
        again.stop();
    }

    @Test
    void givesANewCopyAMessageIdOfItsOwn() throws Exception {
        DemoMail mail = started();
        new Postman(mail.smtpPort(), Clock.systemUTC()).bringAnew("o01");
        assertThat(new String(only(mail, "INBOX"), "UTF-8")).contains("Message-ID: <")
            .doesNotContain("Message-ID: <C8EOJJW3ZSNTKNSE5WQWV7U60VNY@");
        mail.stop();
    }

    @Test
    void showsWhatLeftAndBringsItsAnswerToThePlusAddress() throws Exception {
        DemoMail mail = started();
        send(mail);
        SentMail sent = mail.sent().get(0);
        assertThat(sent.receiver()).isEqualTo("hege@x.example");
        assertThat(sent.subject()).isEqualTo("Svar på innmeldingen");
        assertThat(sent.text()).isEqualTo("Hei på deg");

        new Postman(mail.smtpPort(), Clock.systemUTC()).answer(sent, "Takk for svaret");
        assertThat(new String(only(mail, "INBOX"), "UTF-8")).contains("To: tls+A1b2@bits.no", "From: hege@x.example",
                "In-Reply-To: " + sent.messageId(), "Takk for svaret", "> Hei");
        mail.stop();
    }

    @Test
    void keepsUpWhileMailsComeAndAreMoved() throws Exception {
        DemoMail mail = started();
        for (int round = 0; round < 10; round++) {
            new Postman(mail.smtpPort(), Clock.systemUTC()).bringAnew("o16");
            move(mail, "INBOX", "Processed");
        }
        Path processed = this.folder.resolve(DemoMail.MAILBOX).resolve("Processed");
        await().atMost(Duration.ofSeconds(30))
            .until(() -> processed.toFile().listFiles((file) -> file.getName().endsWith(".eml")),
                    (files) -> files != null && files.length == 10);
        mail.stop();
    }

    private DemoMail started() {
        DemoMail mail = new DemoMail(0, 0, this.folder);
        mail.start();
        return mail;
    }

    private static void send(DemoMail mail) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(mail.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("tls@bits.no");
        message.setReplyTo(InternetAddress.parse("tls+A1b2@bits.no"));
        message.setRecipients(Message.RecipientType.TO, "Hege Attrappsen <hege@x.example>");
        message.setSubject("Svar på innmeldingen", "UTF-8");
        message.setText("Hei på deg", "UTF-8");
        Transport.send(message);
    }

    private static byte[] only(DemoMail mail, String name) throws Exception {
        try (Store store = store(mail); Folder folder = store.getFolder(name)) {
            folder.open(Folder.READ_ONLY);
            assertThat(folder.getMessageCount()).isEqualTo(1);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            folder.getMessage(1).writeTo(bytes);
            return bytes.toByteArray();
        }
    }

    private static void move(DemoMail mail, String from, String to) throws Exception {
        try (Store store = store(mail); Folder source = store.getFolder(from)) {
            Folder target = store.getFolder(to);
            assertThat(target.exists() || target.create(Folder.HOLDS_MESSAGES)).isTrue();
            source.open(Folder.READ_WRITE);
            ((IMAPFolder) source).moveMessages(source.getMessages(), target);
        }
    }

    private static Store store(DemoMail mail) throws Exception {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", mail.imapPort(), DemoMail.MAILBOX, DemoMail.PASSWORD);
        return store;
    }

}
