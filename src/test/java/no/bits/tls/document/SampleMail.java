package no.bits.tls.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/** The files attached to a sample mail. */
final class SampleMail {

    private SampleMail() {
    }

    static Map<String, byte[]> attachments(String file) {
        try (InputStream mail = SampleMail.class.getResourceAsStream("/samples/" + file)) {
            Map<String, byte[]> attachments = new LinkedHashMap<>();
            collect(new MimeMessage(Session.getInstance(new Properties()), mail).getContent(), attachments);
            return attachments;
        }
        catch (IOException | MessagingException ex) {
            throw new IllegalStateException("The sample %s cannot be read".formatted(file), ex);
        }
    }

    private static void collect(Object content, Map<String, byte[]> attachments)
            throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.getFileName() != null) {
                    attachments.put(MimeUtility.decodeText(part.getFileName()), part.getInputStream().readAllBytes());
                }
                else if (part.getContent() instanceof Multipart) {
                    collect(part.getContent(), attachments);
                }
            }
        }
    }

}
