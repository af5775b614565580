package no.bits.tls.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDPushButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** The values of a PDF's form fields (AcroForm), and what is typed upon its pages. */
final class PdfFields {

    private final PDPage page;

    private final List<PdfWord> words = new ArrayList<>();

    private PdfFields(PDPage page) {
        this.page = page;
    }

    static List<PdfWord> on(PDPage page, PDDocument document) throws IOException {
        PdfFields fields = new PdfFields(page);
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                fields.add(field);
            }
        }
        for (PDAnnotation annotation : page.getAnnotations()) {
            fields.addComment(annotation);
        }
        return fields.words;
    }

    private void add(PDField field) {
        for (PDAnnotationWidget widget : field.getWidgets()) {
            if (isHere(widget) && !(field instanceof PDPushButton)) {
                add(value(field, widget), widget.getRectangle());
            }
        }
    }

    private boolean isHere(PDAnnotationWidget widget) {
        PDPage owner = widget.getPage();
        if (owner != null) {
            return owner.getCOSObject() == this.page.getCOSObject();
        }
        return this.page.getCOSObject().getCOSArray(COSName.ANNOTS) != null
                && this.page.getCOSObject().getCOSArray(COSName.ANNOTS).indexOfObject(widget.getCOSObject()) >= 0;
    }

    private static String value(PDField field, PDAnnotationWidget widget) {
        if (field instanceof PDButton) {
            COSName state = widget.getAppearanceState();
            return (state == null || state.equals(COSName.Off)) ? Cell.UNCHECKED : Cell.CHECKED;
        }
        if (field instanceof PDSignatureField signature) {
            return (signature.getSignature() != null) ? Cell.PICTURE : "";
        }
        String value = field.getValueAsString().replaceFirst("^\\[(.*)]$", "$1");
        return Cell.visible(value.replaceAll("\\R", "\n"));
    }

    private void addComment(PDAnnotation annotation) {
        String type = String.valueOf(annotation.getSubtype());
        if (type.equals("FreeText") && annotation.getContents() != null) {
            add(Cell.visible(annotation.getContents().replaceAll("\\R", "\n")), annotation.getRectangle());
        }
        else if (type.equals("Ink") || type.equals("Stamp")) {
            add(Cell.PICTURE, annotation.getRectangle());
        }
    }

    private void add(String text, PDRectangle place) {
        if (place != null) {
            PDRectangle box = this.page.getCropBox();
            float top = box.getUpperRightY() - place.getUpperRightY();
            this.words.add(new PdfWord(text, place.getLowerLeftX() - box.getLowerLeftX(),
                    place.getUpperRightX() - box.getLowerLeftX(), top, top + place.getHeight(), true));
        }
    }

}
