package no.bits.tls.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import no.bits.tls.calendar.OsloTime;

import org.springframework.stereotype.Component;

/**
 * Writes a letter as a mail that says it is automatic (RFC 3834), belongs to its thread,
 * and whose answers and delivery reports come back under its token.
 */
@Component
class LetterWriter {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final Texts texts;

    private final MailToken token;

    private final OutboxSettings settings;

    private final Mailbox mailbox;

    private final Clock clock;

    LetterWriter(Texts texts, MailToken token, OutboxSettings settings, Clock clock) {
        this.texts = texts;
        this.token = token;
        this.settings = settings;
        this.mailbox = Mailbox.parse(settings.from());
        this.clock = clock;
    }

    /**
     * Writes a letter.
     * @param letter what to say to whom
     * @param earlier the Message-IDs of our earlier mails of the case to this recipient,
     * oldest first
     * @return the mail, ready to send
     */
    WrittenLetter write(Letter letter, List<String> earlier) {
        UUID id = UUID.randomUUID();
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
        String messageId = "<o.%s@%s>".formatted(id, this.settings.messageIdHost());
        Texts.Text text = this.texts.of(letter, this.mailbox.address());
        MailThread thread = MailThread.of(letter.thread(), earlier);
        byte[] message = bytes(messageId, (mail) -> {
            address(mail, letter, this.token.of(id));
            date(mail, now);
            thread.writeTo(mail);
            mail.setSubject(text.subject(), "UTF-8");
            mail.setText(text.body().replace("\n", "\r\n"), "UTF-8");
            mail.setHeader("Content-Transfer-Encoding", "quoted-printable");
        });
        return new WrittenLetter(id, messageId, thread.toString(),
                this.mailbox.plus("-bounce", this.token.of(id)).getAddress(), text.subject(), text.body(), message,
                now);
    }

    private void address(MimeMessage mail, Letter letter, String token) throws MessagingException {
        mail.setFrom(this.mailbox.asAddress());
        mail.setReplyTo(new InternetAddress[] { this.mailbox.plus("", token) });
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.recipient().value()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        mail.setHeader("X-Bits-TLS", this.settings.instance());
    }

    private static void date(MimeMessage mail, Instant now) throws MessagingException {
        mail.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(OsloTime.ZONE)));
    }

    private static byte[] bytes(String messageId, Content content) {
        MimeMessage mail = new MimeMessage(NO_SERVER) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.writeTo(mail);
            mail.saveChanges();
            mail.writeTo(bytes);
            bytes.writeBytes(new byte[] { '\r', '\n' });
            return bytes.toByteArray();
        }
        catch (MessagingException | IOException ex) {
            throw new IllegalStateException("The mail %s cannot be written".formatted(messageId), ex);
        }
    }

    /** What fills a mail. */
    private interface Content {

        void writeTo(MimeMessage mail) throws MessagingException;

    }

}
