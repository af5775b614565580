package no.bits.tls.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.xml.bind.JAXBElement;
import no.bits.tls.identifier.OrganisationNumber;
import org.docx4j.TraversalUtil;
import org.docx4j.finders.ClassFinder;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.wml.ObjectFactory;
import org.docx4j.wml.P;
import org.docx4j.wml.R;
import org.docx4j.wml.SdtPr;
import org.docx4j.wml.SdtRun;
import org.docx4j.wml.Tc;
import org.docx4j.wml.Text;

import org.springframework.util.Assert;

/** Fills in our own blank forms, as a person does with Word. */
public final class Forms {

    private static final ObjectFactory WORD = Context.getWmlObjectFactory();

    private Forms() {
    }

    /**
     * Fills in a form from {@code forms/documents}.
     * @param fileName the blank form's name
     * @param answers what to write into each field, lines separated by line feeds;
     * {@link FormField#SIGNATURE} is a typed name
     * @return the docx
     */
    public static byte[] filled(String fileName, Map<FormField, String> answers) {
        try (InputStream blank = Forms.class.getResourceAsStream("/forms/documents/" + fileName)) {
            Assert.state(blank != null, "There is no form " + fileName);
            return filled(blank.readAllBytes(), answers);
        }
        catch (IOException | Docx4JException ex) {
            throw new IllegalStateException("The form %s cannot be filled in".formatted(fileName), ex);
        }
    }

    /**
     * Fills in a form and attaches it.
     * @param fileName the blank form's name, and the attachment's
     * @param answers what to write into each field
     * @return a part of a mail
     */
    public static MimeBodyPart attached(String fileName, Map<FormField, String> answers) {
        try {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(filled(fileName, answers),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document")));
            part.setFileName(fileName);
            return part;
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("The form %s cannot be attached".formatted(fileName), ex);
        }
    }

    /**
     * What an organisation answers that leaves nothing out.
     * @param organisation its name
     * @param domain its domain
     * @param series where to look for its organisation number
     * @return an answer to each question of both forms, to be changed
     */
    public static Map<FormField, String> answers(String organisation, String domain, int series) {
        Map<FormField, String> answers = new EnumMap<>(FormField.class);
        answers.put(FormField.ORGANISATION, organisation);
        answers.put(FormField.ORGANISATION_NUMBER, organisationNumber(series));
        answers.put(FormField.DOMAIN, domain);
        answers.put(FormField.ADMINISTRATOR_NAME, "Ola Prøve");
        answers.put(FormField.ADMINISTRATOR_EMAIL, "tls-admin@" + domain);
        answers.put(FormField.TECHNICAL_EMAIL, "postmaster@" + domain);
        answers.put(FormField.TECHNICAL_PHONE, "22 00 40 19");
        answers.put(FormField.ENROLMENT_DATE, "03.11.2026");
        answers.put(FormField.INBOUND_ENFORCEMENT, "Ja");
        answers.put(FormField.CONTACT_NAME, "Hege Prøve");
        answers.put(FormField.CONTACT_EMAIL, "hege@" + domain);
        answers.put(FormField.DECLARATION_DATE, "2026-11-02");
        answers.put(FormField.SIGNATORY, "Bjørn Prøve");
        answers.put(FormField.SIGNATURE, "Bjørn Prøve");
        return answers;
    }

    private static String organisationNumber(int series) {
        return IntStream.iterate(series, (next) -> next + 1)
            .mapToObj(Integer::toString)
            .filter(OrganisationNumber::isValid)
            .findFirst()
            .orElseThrow();
    }

    private static byte[] filled(byte[] blank, Map<FormField, String> answers) throws Docx4JException {
        WordprocessingMLPackage file = WordprocessingMLPackage.load(new ByteArrayInputStream(blank));
        Object document = file.getMainDocumentPart().getContents();
        ClassFinder controls = new ClassFinder(SdtRun.class);
        new TraversalUtil(document, controls);
        for (Object control : controls.results) {
            fill((SdtRun) control, answers);
        }
        sign(document, answers.getOrDefault(FormField.SIGNATURE, ""));
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        file.save(filled);
        return filled.toByteArray();
    }

    private static void fill(SdtRun control, Map<FormField, String> answers) {
        String answer = answers.get(FormField.valueOf(control.getSdtPr().getTag().getVal()));
        if (answer != null) {
            control.getSdtPr().getRPrOrAliasOrLock().removeIf(Forms::isPrompt);
            control.getSdtContent().getContent().clear();
            control.getSdtContent().getContent().add(run(answer));
        }
    }

    private static boolean isPrompt(Object property) {
        return property instanceof JAXBElement<?> element && element.getName().getLocalPart().equals("showingPlcHdr");
    }

    private static void sign(Object document, String signature) {
        ClassFinder cells = new ClassFinder(Tc.class);
        new TraversalUtil(document, cells);
        Tc last = (Tc) cells.results.get(cells.results.size() - 1);
        P place = (P) last.getContent().get(0);
        if (place.getContent().isEmpty() && !signature.isEmpty()) {
            place.getContent().add(run(signature));
        }
    }

    private static R run(String answer) {
        R run = WORD.createR();
        String[] lines = answer.split("\n");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.getContent().add(WORD.createBr());
            }
            Text text = WORD.createText();
            text.setValue(lines[i]);
            text.setSpace("preserve");
            run.getContent().add(WORD.createRT(text));
        }
        return run;
    }

}
