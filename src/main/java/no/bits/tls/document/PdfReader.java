package no.bits.tls.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Remark;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Reads what a PDF shows: text, the values of its form fields and pictures, by place. */
final class PdfReader {

    private PdfReader() {
    }

    /**
     * Reads all pages.
     * @param content the file
     * @param settings the limits
     * @return what it shows; without text where it is a scan
     * @throws UnreadableDocument where it is damaged, encrypted or beyond the limits
     */
    static Shown read(byte[] content, DocumentSettings settings) {
        PdfStreams.check(content, settings.maxUnpacked().toBytes());
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.getNumberOfPages() > settings.maxPages()) {
                throw UnreadableDocument.tooLarge("The PDF has more than %d pages".formatted(settings.maxPages()));
            }
            return shown(document);
        }
        catch (InvalidPasswordException ex) {
            throw UnreadableDocument.encrypted();
        }
        catch (IOException | IllegalArgumentException ex) {
            throw UnreadableDocument.damaged("The PDF is damaged");
        }
    }

    private static Shown shown(PDDocument document) throws IOException {
        List<Row> rows = new ArrayList<>();
        int number = 1;
        for (PDPage page : document.getPages()) {
            List<PdfWord> words = new ArrayList<>(PdfPageText.words(document, number++));
            words.addAll(PdfPictures.on(page));
            words.addAll(PdfFields.on(page, document));
            rows.addAll(PdfRows.of(words));
        }
        boolean signed = document.getSignatureDictionaries().stream().anyMatch(PdfReader::isSigned);
        return new Shown(rows, signed, remarks(document));
    }

    private static boolean isSigned(PDSignature signature) {
        return signature.getCOSObject().containsKey(COSName.CONTENTS);
    }

    private static List<Remark> remarks(PDDocument document) {
        List<Remark> remarks = new ArrayList<>();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        COSDictionary opening = catalog.getCOSDictionary(COSName.OPEN_ACTION);
        boolean named = names != null && names.containsKey(COSName.getPDFName("JavaScript"));
        if (named || (opening != null && opening.containsKey(COSName.JS))) {
            remarks.add(new Remark(Code.MACRO, "JavaScript, not run"));
        }
        if (names != null && names.containsKey(COSName.EMBEDDED_FILES)) {
            remarks.add(new Remark(Code.EMBEDDED_OBJECT, "A file inside the PDF"));
        }
        if (opening != null && "Launch".equals(opening.getNameAsString(COSName.S))) {
            remarks.add(new Remark(Code.EXTERNAL_REFERENCE, "Wants to start a program, not started"));
        }
        return remarks;
    }

}
