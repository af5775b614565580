package no.bits.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import no.bits.tls.document.FormField;
import no.bits.tls.document.Forms;
import no.bits.tls.identifier.OrganisationNumber;

/**
 * An organisation that asks to join; no two have anything in common.
 *
 * @param number counts them
 */
record Applicant(int number) {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    String organisation() {
        return "Prøvebedrift %d AS".formatted(this.number);
    }

    String organisationNumber() {
        return IntStream.iterate(910_000_000 + 100 * this.number, (next) -> next + 1)
            .mapToObj(Integer::toString)
            .filter(OrganisationNumber::isValid)
            .findFirst()
            .orElseThrow();
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

    private MimeBodyPart form(String fileName) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(Forms.filled(fileName, answers()), WORD)));
        part.setFileName(fileName);
        return part;
    }

    private Map<FormField, String> answers() {
        Map<FormField, String> answers = new EnumMap<>(FormField.class);
        answers.put(FormField.ORGANISATION, organisation());
        answers.put(FormField.ORGANISATION_NUMBER, organisationNumber());
        answers.put(FormField.DOMAIN, domain());
        answers.put(FormField.ADMINISTRATOR_NAME, "Ola Prøve");
        answers.put(FormField.ADMINISTRATOR_EMAIL, administrator());
        answers.put(FormField.TECHNICAL_EMAIL, "postmaster@" + domain());
        answers.put(FormField.TECHNICAL_PHONE, "22 00 40 19");
        answers.put(FormField.ENROLMENT_DATE, "03.11.2026");
        answers.put(FormField.INBOUND_ENFORCEMENT, "Ja");
        answers.put(FormField.CONTACT_NAME, "Hege Prøve");
        answers.put(FormField.CONTACT_EMAIL, sender());
        answers.put(FormField.DECLARATION_DATE, "2026-11-02");
        answers.put(FormField.SIGNATORY, "Bjørn Prøve");
        answers.put(FormField.SIGNATURE, "Bjørn Prøve");
        return answers;
    }

}
