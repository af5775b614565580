package no.bits.tls.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The printed words of one page, with their places. */
final class PdfPageText extends PDFTextStripper {

    private static final int MOST_WORDS = 10_000;

    private static final float SPACE = 0.2f;

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
    protected void writeString(String text, List<TextPosition> glyphs) {
        int start = 0;
        for (int i = 1; i <= glyphs.size(); i++) {
            if (i == glyphs.size() || glyphs.get(i).getUnicode().isBlank() || isApart(glyphs, start, i)) {
                add(glyphs.subList(start, i));
                start = i;
            }
        }
    }

    /**
     * Whether a glyph stands away from the one before; spaces of no width do not count.
     */
    private static boolean isApart(List<TextPosition> glyphs, int start, int index) {
        TextPosition last = glyphs.get(index - 1);
        float gap = glyphs.get(index).getXDirAdj() - last.getXDirAdj() - last.getWidthDirAdj();
        return index > start && Math.abs(gap) > SPACE * height(last);
    }

    private void add(List<TextPosition> glyphs) {
        StringBuilder word = new StringBuilder();
        glyphs.forEach((glyph) -> word.append(glyph.getUnicode()));
        String text = Cell.visible(word.toString()).strip();
        if (text.isEmpty() || this.words.size() > MOST_WORDS) {
            return;
        }
        TextPosition first = glyphs.get(glyphs.get(0).getUnicode().isBlank() ? 1 : 0);
        TextPosition last = glyphs.get(glyphs.size() - 1);
        this.words.add(new PdfWord(text, first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj() - height(first), first.getYDirAdj(), false));
    }

    private static float height(TextPosition glyph) {
        return Math.max(glyph.getFontSizeInPt(), glyph.getHeightDir()) * 0.8f;
    }

}
