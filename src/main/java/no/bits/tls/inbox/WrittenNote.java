package no.bits.tls.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import no.bits.tls.identifier.EmailAddress;

/**
 * What a member of staff wrote down of a call, a letter or a visit: as good as a mail
 * from that person.
 *
 * @param from the address at which the person can be answered
 * @param name the person or the organisation
 * @param subject in a few words what it is about
 * @param text what was said or written
 * @param files what was handed over, for example the forms as scanned
 */
public record WrittenNote(EmailAddress from, String name, String subject, String text, List<File> files) {

    private static final String CHARSET = StandardCharsets.UTF_8.name();

    /**
     * A file with the note.
     *
     * @param name its name
     * @param content its bytes
     */
    public record File(String name, byte[] content) {
    }

    /** The note as a mail to us, RFC 5322. */
    byte[] toMail(EmailAddress us, Instant now) {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setFrom(new InternetAddress(this.from.value(), oneLine(this.name), CHARSET));
            mail.setRecipient(RecipientType.TO, new InternetAddress(us.value()));
            mail.setSubject(oneLine(this.subject), CHARSET);
            mail.setSentDate(Date.from(now));
            mail.setContent(parts());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toByteArray();
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("The note cannot be written as a mail", ex);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private MimeMultipart parts() throws MessagingException {
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(this.text, CHARSET);
        parts.addBodyPart(text);
        for (File file : this.files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), "application/octet-stream")));
            part.setFileName(oneLine(file.name()));
            parts.addBodyPart(part);
        }
        return parts;
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ").strip();
    }

}
