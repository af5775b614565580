package no.bits.tls.enrolment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import no.bits.tls.document.FormField;
import no.bits.tls.document.Forms;
import org.jspecify.annotations.Nullable;

/**
 * The mails of one applicant; no two applicants have anything in common.
 *
 * @param number counts them
 * @param from who mails
 * @param to where to
 * @param answered the Message-IDs that it answers
 * @param subject what it is about
 */
record FormMail(int number, String from, String to, List<String> answered, String subject) {

    private static final String DECLARATION = "Vedlegg1_Samsvarserklaering_nb.docx";

    private static final String COMPANY_FORM = "Vedlegg2_Opplysninger_nb.docx";

    FormMail(int number) {
        this(number, "hege@sloyfebedrift-%d.example".formatted(number), "tls@bits.no", List.of(),
                "Innmelding i tvungen TLS");
    }

    FormMail from(String sender) {
        return new FormMail(this.number, sender, this.to, this.answered, this.subject);
    }

    /** Answers one of our mails as a mail program does. */
    FormMail answering(MimeMessage ours) {
        try {
            return new FormMail(this.number, this.from, ours.getReplyTo()[0].toString(), List.of(ours.getMessageID()),
                    "SV: " + ours.getSubject());
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("Our mail cannot be answered", ex);
        }
    }

    /** Refers to one of our mails without our answer address, as anybody can. */
    FormMail referringTo(MimeMessage ours) {
        FormMail answer = answering(ours);
        return new FormMail(this.number, this.from, this.to, answer.answered(), answer.subject());
    }

    FormMail about(String matter) {
        return new FormMail(this.number, this.from, this.to, this.answered, matter);
    }

    String organisation() {
        return "Sløyfebedrift %d AS".formatted(this.number);
    }

    String domain() {
        return "sloyfebedrift-%d.example".formatted(this.number);
    }

    String administrator() {
        return "tls-admin@" + domain();
    }

    byte[] bothForms(Map<FormField, String> changed) {
        return mail("Vedlagt følger skjemaene.", DECLARATION, COMPANY_FORM, changed);
    }

    byte[] declaration(Map<FormField, String> changed) {
        return mail("Her er vedlegg 1.", DECLARATION, null, changed);
    }

    byte[] companyForm(Map<FormField, String> changed) {
        return mail("Her er vedlegg 2.", null, COMPANY_FORM, changed);
    }

    byte[] words(String text) {
        return mail(text, null, null, Map.of());
    }

    private byte[] mail(String text, @Nullable String declaration, @Nullable String companyForm,
            Map<FormField, String> changed) {
        try {
            MimeBodyPart body = new MimeBodyPart();
            body.setText(text, "UTF-8");
            BodyPart[] parts = Stream
                .concat(Stream.of(body),
                        Stream.of(declaration, companyForm)
                            .filter((name) -> name != null)
                            .map((name) -> form(name, changed)))
                .toArray(BodyPart[]::new);
            MimeMessage mail = new MimeMessage((Session) null);
            mail.setFrom(this.from);
            mail.setRecipients(RecipientType.TO, this.to);
            mail.setSubject(this.subject, "UTF-8");
            if (!this.answered.isEmpty()) {
                mail.setHeader("In-Reply-To", this.answered.get(0));
                mail.setHeader("References", String.join(" ", this.answered));
            }
            mail.setHeader("X-Number", UUID.randomUUID().toString());
            mail.setContent(new MimeMultipart(parts));
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

    private MimeBodyPart form(String fileName, Map<FormField, String> changed) {
        Map<FormField, String> answers = Forms.answers(organisation(), domain(), 920_000_000 + 100 * this.number);
        answers.putAll(changed);
        answers.values().removeIf(String::isEmpty);
        return Forms.attached(fileName, answers);
    }

}
