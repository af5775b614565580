package no.bits.tls.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import no.bits.tls.document.Label.Word;
import org.jspecify.annotations.Nullable;

/**
 * A cell that asks for something, and what stands in the same cell after it.
 *
 * @param label what it asks for
 * @param text the words of the label
 * @param rest what stands after them; empty where the cell is nothing but a label
 * @param marked whether a colon or the like parts the two, so that the rest is an answer
 * and no explanation
 */
record LabelledCell(Label label, String text, String rest, boolean marked) {

    private static final Pattern MARK = Pattern.compile("\\s*(?::|=|\\s[-\\u2013\\u2014]\\s|\\.{3,}|…|_{2,})\\s*");

    private static final Pattern GAP = Pattern.compile("[,;.]?\\s+|(?<=[.,])(?=\\d)");

    /**
     * Reads a cell as a label.
     * @param cell any cell
     * @return the label, or nothing where the cell asks for nothing that we know
     */
    static Optional<LabelledCell> of(Cell cell) {
        String text = cell.text().strip();
        if (cell.isBlank() || Sentence.isProse(text)) {
            return Optional.empty();
        }
        Optional<LabelledCell> whole = Label.of(cell.line())
            .map((label) -> new LabelledCell(label, cell.line(), "", false));
        return whole.filter((found) -> found.label.certain())
            .or(() -> atMark(text))
            .or(() -> atLineEnd(text))
            .or(() -> beforeTelling(text))
            .or(() -> whole);
    }

    /** What a row asks for, whatever the form. */
    static List<FormField> fieldsIn(Row row) {
        return row.cells()
            .stream()
            .map((cell) -> cell.labelled().flatMap((found) -> found.label.field(null, null)))
            .flatMap(Optional::stream)
            .toList();
    }

    Optional<FormField> field(Appendix appendix, @Nullable Word owner) {
        return this.label.field(appendix, owner);
    }

    private static Optional<LabelledCell> atMark(String text) {
        Matcher mark = MARK.matcher(text);
        while (mark.find() && mark.start() < 120) {
            Optional<LabelledCell> found = split(text, mark.start(), mark.end(), true);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LabelledCell> atLineEnd(String text) {
        int end = text.indexOf('\n');
        return (end > 0) ? split(text, end, end + 1, false) : Optional.empty();
    }

    private static Optional<LabelledCell> split(String text, int end, int start, boolean marked) {
        String words = text.substring(0, end);
        return Label.of(words).map((label) -> new LabelledCell(label, words, text.substring(start).strip(), marked));
    }

    /** "Org.nr. 916960190": no mark, but the rest has the shape of such an answer. */
    private static Optional<LabelledCell> beforeTelling(String text) {
        Matcher gap = GAP.matcher(text);
        while (gap.find() && gap.start() < 80) {
            Optional<LabelledCell> found = split(text, gap.start(), gap.end(), true).filter(LabelledCell::isTelling);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isTelling() {
        boolean known = this.label.certain() && this.label.field(Appendix.DECLARATION, null)
            .or(() -> this.label.field(Appendix.COMPANY_FORM, null))
            .filter((field) -> Understanding.hasShape(field) && Understanding.plausible(field, this.rest))
            .isPresent();
        return known && this.rest.length() < 300;
    }

}
