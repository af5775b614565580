package no.bits.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A mail server on free ports of loopback: the scheme's mailbox, and everybody else's.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestMailServer {

    @Bean(initMethod = "start", destroyMethod = "stop")
    Mail mail() {
        return new Mail(Mail.MAILBOX);
    }

    @Bean
    DynamicPropertyRegistrar mailSettings(Mail mail) {
        return (registry) -> {
            registry.add("spring.mail.host", () -> "127.0.0.1");
            registry.add("spring.mail.port", mail::smtpPort);
            registry.add("backoffice.inbox.host", () -> "127.0.0.1");
            registry.add("backoffice.inbox.port", mail::imapPort);
            registry.add("backoffice.inbox.security", () -> "none");
            registry.add("backoffice.inbox.username", () -> Mail.MAILBOX);
            registry.add("backoffice.inbox.password", () -> Mail.MAILBOX);
            registry.add("backoffice.inbox.poll", () -> "1s");
            registry.add("backoffice.inbox.retry-pause", () -> "100ms");
            registry.add("backoffice.outbox.token-secret", () -> "a secret that only the tests know");
        };
    }

    /**
     * What tests do with mails: send one as a stranger would, and read what strangers
     * got.
     */
    public static final class Mail {

        static final String MAILBOX = "tls@bits.no";

        private final GreenMail server = new GreenMail(
                new ServerSetup[] { setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP) });

        private final String password;

        Mail(String password) {
            this.password = password;
        }

        void start() {
            this.server.setUser(MAILBOX, MAILBOX, this.password);
            this.server.start();
        }

        void stop() {
            this.server.stop();
        }

        /** The port that takes mail. */
        public int smtpPort() {
            return this.server.getSmtp().getPort();
        }

        /** The port that hands out mail. */
        public int imapPort() {
            return this.server.getImap().getPort();
        }

        /**
         * Mails one of the samples to the scheme, with a Message-ID that no mail had
         * before.
         * @param sample its file name without ending, for example {@code o01}
         * @return its Message-ID
         */
        public String deliverSample(String sample) {
            String messageId = "<%s@tests.example>".formatted(UUID.randomUUID());
            deliver(sample(sample).replaceFirst("(?mi)^Message-ID:.*$", "Message-ID: " + messageId)
                .getBytes(StandardCharsets.ISO_8859_1));
            return messageId;
        }

        /**
         * Mails these bytes to the scheme as they are.
         * @param raw a whole mail
         */
        public void deliver(byte[] raw) {
            Properties settings = new Properties();
            settings.setProperty("mail.smtp.ehlo", "false");
            settings.setProperty("mail.smtp.from", "stranger@elsewhere.example");
            Session session = Session.getInstance(settings);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect("127.0.0.1", smtpPort(), null, null);
                transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(raw)),
                        new Address[] { new InternetAddress(MAILBOX) });
            }
            catch (MessagingException ex) {
                throw new IllegalStateException("The test's mail cannot be sent", ex);
            }
        }

        /**
         * The mails that somebody got from the scheme.
         * @param address whose
         * @return the mails, in the order of their arrival
         */
        public List<MimeMessage> mailsTo(String address) {
            return Arrays.stream(this.server.getReceivedMessages())
                .filter((message) -> Arrays.stream(recipients(message)).anyMatch(address::equalsIgnoreCase))
                .toList();
        }

        /**
         * Counts the mails in a folder of the scheme's mailbox.
         * @param folder for example {@code INBOX}
         * @return how many there are; none in a folder that does not exist
         */
        int mailsIn(String folder) {
            MailFolder found = this.server.getManagers()
                .getImapHostManager()
                .getFolder(this.server.getUserManager().getUser(MAILBOX), folder);
            return (found == null) ? 0 : found.getMessageCount();
        }

        public static String sample(String name) {
            try {
                return Files.readString(Path.of("src/test/resources/samples", name + ".eml"),
                        StandardCharsets.ISO_8859_1);
            }
            catch (IOException ex) {
                throw new UncheckedIOException("There is no sample " + name, ex);
            }
        }

        private static String[] recipients(MimeMessage message) {
            try {
                Address[] to = message.getRecipients(Message.RecipientType.TO);
                return (to == null) ? new String[0]
                        : Arrays.stream(to).map((one) -> ((InternetAddress) one).getAddress()).toArray(String[]::new);
            }
            catch (MessagingException ex) {
                throw new IllegalStateException("A mail of ours has no readable recipient", ex);
            }
        }

        private static ServerSetup setup(String protocol) {
            ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
            setup.setServerStartupTimeout(30_000);
            return setup;
        }

    }

}
