package no.bits.tls.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import jakarta.xml.bind.JAXBElement;
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
