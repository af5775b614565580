package no.bits.tls.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import no.bits.tls.document.Label.Word;
import org.jspecify.annotations.Nullable;

/**
 * Pairs what a form asks for with what somebody wrote there: in the running text of the
 * declaration, beside a label, under it, or, for signatures, above it.
 */
final class FormReader {

    private static final int SIGNATURE_REACH = 4;

    private static final int LONGEST_ANSWER = 100;

    private static final Set<FormField> SIGNED = EnumSet.of(FormField.SIGNATORY, FormField.SIGNATURE);

    private static final Set<FormField> DECLARED = EnumSet.of(FormField.DOMAIN, FormField.CONTACT_NAME,
            FormField.CONTACT_EMAIL);

    private static final Set<FormField> INFORMED = EnumSet.of(FormField.ADMINISTRATOR_NAME,
            FormField.ADMINISTRATOR_EMAIL, FormField.TECHNICAL_EMAIL, FormField.TECHNICAL_PHONE,
            FormField.INBOUND_ENFORCEMENT);

    private final Appendix appendix;

    private final List<Row> rows;

    private final List<Entry> entries = new ArrayList<>();

    private final Set<Integer> sentences = new HashSet<>();

    private @Nullable Word owner;

    private FormReader(Form form) {
        this.appendix = form.appendix();
        this.rows = form.rows();
    }

    /**
     * Reads a form.
     * @param form the rows that seem to be one
     * @return its places in reading order, blank ones too; nothing where it asks for too
     * little to be that form
     */
    static List<Entry> read(Form form) {
        FormReader reader = new FormReader(form);
        reader.readSentences();
        reader.readLabels();
        return reader.isForm() ? reader.entries : List.of();
    }

    private boolean isForm() {
        Set<FormField> asked = EnumSet.noneOf(FormField.class);
        this.entries.forEach((entry) -> asked.add(entry.field()));
        Set<FormField> telling = EnumSet.copyOf((this.appendix == Appendix.DECLARATION) ? DECLARED : INFORMED);
        telling.retainAll(asked);
        return asked.size() >= 3 && !telling.isEmpty();
    }

    private void readSentences() {
        if (this.appendix == Appendix.DECLARATION) {
            for (Entry entry : Sentence.read(this.rows)) {
                this.entries.add(entry);
                int lines = (int) entry.text().stripTrailing().chars().filter((c) -> c == '\n').count();
                for (int row = entry.row(); row <= entry.row() + lines; row++) {
                    this.sentences.add(row);
                }
            }
        }
    }

    private void readLabels() {
        for (int row = 0; row < this.rows.size(); row++) {
            if (!this.sentences.contains(row) && !isList(row)) {
                for (int cell = 0; cell < this.rows.get(row).cells().size(); cell++) {
                    readLabel(row, cell);
                }
            }
        }
        this.entries.sort(Comparator.comparingInt(Entry::row));
    }

    private void readLabel(int row, int index) {
        Cell cell = this.rows.get(row).cells().get(index);
        if (index > 0 && isAnswer(row, index)) {
            return;
        }
        cell.labelled().ifPresent((labelled) -> {
            labelled.field(this.appendix, this.owner)
                .filter((field) -> !explains(labelled, field))
                .ifPresent((field) -> {
                    String value = value(row, index, labelled, field);
                    this.entries.add(new Entry(field, row, value, labelled.text() + " | " + value));
                });
            labelled.label().owner().ifPresent((about) -> this.owner = about);
        });
    }

    /** "Requirement 5.2.4: e-mail without TLS is rejected ..." asks for nothing. */
    private static boolean explains(LabelledCell labelled, FormField field) {
        return labelled.rest().length() > LONGEST_ANSWER && !Understanding.plausible(field, labelled.rest());
    }

    /** Whether a cell stands to the right of a label, and is no certain label itself. */
    private boolean isAnswer(int row, int index) {
        List<Cell> cells = this.rows.get(row).cells();
        boolean afterLabel = cells.get(index - 1)
            .labelled()
            .filter((label) -> label.rest().isEmpty() && label.field(this.appendix, this.owner).isPresent())
            .isPresent();
        return afterLabel && !isLabel(cells.get(index));
    }

    private String value(int row, int index, LabelledCell labelled, FormField field) {
        if (labelled.marked() && !blank(labelled.rest())) {
            return labelled.rest() + ((field == FormField.INBOUND_ENFORCEMENT) ? " " + right(row, index, field)
                    : continued(row, this.rows.get(row).cells().get(index).left(), field));
        }
        String right = right(row, index, field);
        if (!blank(right)) {
            return right + continued(row, this.rows.get(row).cells().get(index + 1).left(), field);
        }
        if (SIGNED.contains(field)) {
            return above(row, index).or(() -> isUnderLine(row) ? Optional.empty() : below(row, index, field))
                .orElse(right + labelled.rest());
        }
        if (!labelled.rest().isEmpty() && Understanding.plausible(field, labelled.rest())) {
            return labelled.rest();
        }
        return (heads(row, index) && !labelled.marked()) ? below(row, index, field).orElse(right) : right;
    }

    /** Whether answers may stand under this label: no cell beside it waits for one. */
    private boolean heads(int row, int index) {
        List<Cell> cells = this.rows.get(row).cells();
        boolean only = this.rows.get(row).after(index).filter((next) -> !isLabel(next)).isEmpty();
        return only || (cells.stream().filter((cell) -> !cell.isBlank()).count() > 1
                && cells.stream().allMatch((cell) -> cell.isBlank() || isLabel(cell)));
    }

    /** The next cell; the next ones where an answer comes in boxes. */
    private String right(int row, int index, FormField field) {
        List<Cell> cells = this.rows.get(row).cells();
        StringBuilder value = new StringBuilder();
        boolean boxes = field == FormField.INBOUND_ENFORCEMENT;
        for (int i = index + 1; i < cells.size() && !isLabel(cells.get(i)); i++) {
            boolean box = boxes || cells.get(i).text().strip().length() <= 2;
            if (value.isEmpty() || box) {
                value.append((boxes && !value.isEmpty()) ? " " : "").append(cells.get(i).text().strip());
            }
            if (!box && !blank(value.toString())) {
                break;
            }
        }
        return value.toString();
    }

    /** More domains in the rows below an answer, beside nothing. */
    private String continued(int row, int left, FormField field) {
        StringBuilder more = new StringBuilder();
        for (int i = row + 1; field == FormField.DOMAIN && i < this.rows.size(); i++) {
            Optional<Cell> next = this.rows.get(i).only().filter((cell) -> cell.left() == left);
            if (next.isEmpty() || !isWritten(next.get()) || !Understanding.plausible(field, next.get().text())) {
                break;
            }
            more.append('\n').append(next.get().text());
        }
        return more.toString();
    }

    private Optional<String> below(int row, int index, FormField field) {
        Cell label = this.rows.get(row).cells().get(index);
        for (int i = row + 1; i < this.rows.size() && !this.sentences.contains(i); i++) {
            if (!this.rows.get(i).isBlank()) {
                int found = i;
                return this.rows.get(i)
                    .inLineWith(label)
                    .filter((cell) -> isWritten(cell) && Understanding.plausible(field, cell.text()))
                    .map((cell) -> cell.text() + continued(found, cell.left(), field));
            }
        }
        return Optional.empty();
    }

    private Optional<String> above(int row, int index) {
        Cell label = this.rows.get(row).cells().get(index);
        for (int i = row - 1; i >= Math.max(0, row - SIGNATURE_REACH) && !this.sentences.contains(i); i--) {
            if (!this.rows.get(i).isBlank()) {
                boolean labels = this.rows.get(i).cells().stream().anyMatch((cell) -> cell.labelled().isPresent());
                return labels ? Optional.empty()
                        : this.rows.get(i).inLineWith(label).filter(FormReader::isWritten).map(Cell::text);
            }
        }
        return Optional.empty();
    }

    private boolean isUnderLine(int row) {
        return row > 0 && this.rows.get(row - 1).text().contains("___");
    }

    /** Whether somebody may have written this, as opposed to printed words. */
    private static boolean isWritten(Cell cell) {
        return cell.line().length() <= 100 && cell.labelled().isEmpty() && !Sentence.isPrinted(cell.line());
    }

    private static boolean isLabel(Cell cell) {
        return cell.labelled().filter((found) -> found.label().certain()).isPresent();
    }

    /** A row of labels above several rows of answers is a list, not a form. */
    private boolean isList(int row) {
        List<Row> next = this.rows.subList(row + 1, Math.min(row + 3, this.rows.size()));
        return LabelledCell.fieldsIn(this.rows.get(row)).size() >= 3 && next.size() == 2
                && next.stream().allMatch((below) -> below.cells().size() > 2 && LabelledCell.fieldsIn(below).isEmpty())
                && !next.get(0).isBlank() && !next.get(1).isBlank();
    }

    private static boolean blank(String text) {
        return new Cell(0, 1, text).isBlank();
    }

}
