package no.bits.tls.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The printed words of one page, with their places. */
final class PdfPageText extends PDFTextStripper {

    private static final int MOST_WORDS = 50_000;

    private final List<PdfWord> words = new ArrayList<>();

    private PdfPageText(int page) {
        setSortByPosition(true);
        setStartPage(page);
        setEndPage(page);
    }

    static List<PdfWord> words(PDDocument document, int page) throws IOException {
        PdfPageText reader = new PdfPageText(page);
        reader.getText(document);
        return reader.words;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (text.isBlank() || positions.isEmpty() || this.words.size() > MOST_WORDS) {
            return;
        }
        TextPosition first = positions.get(0);
        TextPosition last = positions.get(positions.size() - 1);
        float height = Math.max(first.getFontSizeInPt(), first.getHeightDir()) * 0.8f;
        this.words.add(new PdfWord(Cell.visible(text), first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj() - height, first.getYDirAdj(), false));
    }

}
