package no.bits.tls.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.core.io.ClassPathResource;

/** Brings mail from the people outside to the scheme's mailbox, over real SMTP. */
final class Postman {

    private final int port;

    private final Clock clock;

    Postman(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    /**
     * Mails a sample as it is, but for what the last server before the mailbox writes.
     * @param name its file without {@code .eml}
     */
    void bring(String name) {
        deliver(sample(name), DemoMail.MAILBOX);
    }

    /**
     * Mails a sample as if its sender wrote it anew now: its own Message-ID and date.
     * @param name its file without {@code .eml}
     */
    void bringAnew(String name) {
        MimeMessage mail = sample(name);
        try {
            mail.setHeader("Message-ID", newMessageId());
            mail.setSentDate(Date.from(this.clock.instant()));
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("The sample %s cannot be changed".formatted(name), ex);
        }
        deliver(mail, DemoMail.MAILBOX);
    }

    /**
     * Answers a mail as its receiver would.
     * @param mail the mail
     * @param answer what the receiver writes above the quoted mail
     */
    void answer(SentMail mail, String answer) {
        MimeMessage reply = new MimeMessage((Session) null);
        try {
            reply.setFrom(new InternetAddress(mail.receiver()));
            reply.setRecipients(MimeMessage.RecipientType.TO, mail.replyTo());
            reply.setSubject("SV: " + mail.subject(), "UTF-8");
            reply.setSentDate(Date.from(this.clock.instant()));
            reply.setText(answer + "\n\n" + mail.text().indent(1).replaceAll("(?m)^ ", "> "), "UTF-8");
            reply.setHeader("In-Reply-To", mail.messageId());
            reply.setHeader("References", mail.messageId());
            reply.saveChanges();
            reply.setHeader("Message-ID", newMessageId());
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("The mail %d cannot be answered".formatted(mail.number()), ex);
        }
        deliver(reply, mail.replyTo());
    }

    private MimeMessage sample(String name) {
        try (InputStream content = new ClassPathResource("samples/%s.eml".formatted(name)).getInputStream()) {
            MimeMessage mail = new MimeMessage(null, content);
            mail.removeHeader("Return-Path");
            mail.removeHeader("Delivered-To");
            return mail;
        }
        catch (IOException | MessagingException ex) {
            throw new IllegalStateException("The sample %s cannot be read".formatted(name), ex);
        }
    }

    private void deliver(MimeMessage mail, String recipient) {
        try {
            Session session = session(((InternetAddress) mail.getFrom()[0]).getAddress());
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(mail, InternetAddress.parse(recipient));
            }
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("The mail server at port %d does not take the mail".formatted(this.port),
                    ex);
        }
    }

    private Session session(String sender) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(this.port));
        settings.setProperty("mail.smtp.from", sender);
        settings.setProperty("mail.smtp.localhost", "localhost");
        settings.setProperty("mail.smtp.allow8bitmime", "true");
        return Session.getInstance(settings);
    }

    private static String newMessageId() {
        return "<%s@sender.example>".formatted(UUID.randomUUID());
    }

}
