package no.bits.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import no.bits.tls.document.FormField;
import no.bits.tls.document.Forms;

/**
 * An organisation that asks to join; no two have anything in common.
 *
 * @param number counts them
 */
record Applicant(int number) {

    String organisation() {
        return "Prøvebedrift %d AS".formatted(this.number);
    }

    String organisationNumber() {
        return answers().get(FormField.ORGANISATION_NUMBER);
    }

    String domain() {
        return "provebedrift-%d.example".formatted(this.number);
    }

    /** Who mails the forms. */
    String sender() {
        return "hege@" + domain();
    }

    /** Who is told as well that the domain is listed. */
    String administrator() {
        return "tls-admin@" + domain();
    }

    /**
     * The mail with both forms filled in.
     * @return its bytes, the same only once
     */
    byte[] mail() {
        try {
            MimeMessage mail = new MimeMessage((Session) null);
            mail.setFrom(sender());
            mail.setRecipients(RecipientType.TO, TestMailServer.Mail.MAILBOX);
            mail.setSubject("Innmelding i tvungen TLS: " + organisation(), "UTF-8");
            mail.setContent(new MimeMultipart(form("Vedlegg1_Samsvarserklaering_nb.docx"),
                    form("Vedlegg2_Opplysninger_nb.docx")));
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            mail.writeTo(raw);
            return raw.toByteArray();
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("The mail of %s cannot be written".formatted(organisation()), ex);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private MimeBodyPart form(String fileName) {
        return Forms.attached(fileName, answers());
    }

    private Map<FormField, String> answers() {
        return Forms.answers(organisation(), domain(), 910_000_000 + 100 * this.number);
    }

}
