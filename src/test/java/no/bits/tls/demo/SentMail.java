package no.bits.tls.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail that the back office sent, as its receiver sees it.
 *
 * @param number its number in the receivers' mailbox
 * @param from who sent it
 * @param to who got it
 * @param replyTo where an answer goes
 * @param subject its subject
 * @param date when it was sent, by the application's clock
 * @param text what it says
 * @param messageId its Message-ID with angle brackets; empty where it has none
 * @param source the whole mail as it came, undecoded
 */
record SentMail(long number, String from, String to, String replyTo, String subject, Instant date, String text,
        String messageId, String source) {

    /** The last that arrived comes first. */
    static final Comparator<SentMail> NEWEST_FIRST = Comparator.comparingLong(SentMail::number).reversed();

    static SentMail of(StoredMessage stored) {
        MimeMessage mail = stored.getMimeMessage();
        try {
            return new SentMail(stored.getUid(), people(mail.getFrom()), people(mail.getAllRecipients()),
                    address(mail.getReplyTo()), Objects.requireNonNullElse(mail.getSubject(), ""),
                    Objects.requireNonNullElse(mail.getSentDate(), new Date(0)).toInstant(), text(mail),
                    Objects.requireNonNullElse(mail.getMessageID(), ""), source(mail));
        }
        catch (MessagingException | IOException ex) {
            throw new IllegalStateException("The mail %d cannot be read".formatted(stored.getUid()), ex);
        }
    }

    /** The one address to which it went. */
    public String receiver() {
        return this.to.replaceFirst(".*<([^>]*)>.*", "$1");
    }

    private static String people(Address[] addresses) {
        return (addresses != null) ? InternetAddress.toUnicodeString(addresses) : "";
    }

    private static String address(Address[] addresses) {
        return (addresses[0] instanceof InternetAddress address) ? address.getAddress() : addresses[0].toString();
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            return text(parts.getBodyPart(0));
        }
        return (content instanceof String text) ? text : "";
    }

    private static String source(MimeMessage mail) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The mail cannot be written to memory", ex);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

}
