package no.bits.tls.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the words of a page together to rows and cells, by their places. */
final class PdfRows {

    private static final float CELL_GAP = 1.1f;

    private static final float WORD_GAP = 0.2f;

    private static final float LINE_GAP = 1.9f;

    private static final float ALIGNED = 4f;

    private final List<Line> lines = new ArrayList<>();

    private PdfRows() {
    }

    /**
     * Puts a page together.
     * @param words all that the page shows
     * @return its rows from top to bottom; a cell that goes on in the next line is one
     * cell
     */
    static List<Row> of(List<PdfWord> words) {
        PdfRows page = new PdfRows();
        words.stream().filter((word) -> !word.apart()).forEach(page::addPrinted);
        words.stream().filter(PdfWord::apart).forEach(page::addApart);
        page.lines.sort(Comparator.comparing((line) -> line.anchor.middle()));
        return page.rows();
    }

    private void addPrinted(PdfWord word) {
        this.lines.stream()
            .filter((line) -> line.anchor.besides(word))
            .findFirst()
            .ifPresentOrElse((line) -> line.words.add(word), () -> this.lines.add(new Line(word)));
    }

    /** A form field belongs to the printed line nearest to its middle. */
    private void addApart(PdfWord word) {
        this.lines.stream()
            .filter((line) -> line.anchor.besides(word))
            .min(Comparator.comparing((line) -> Math.abs(line.anchor.middle() - word.middle())))
            .ifPresentOrElse((line) -> line.words.add(word), () -> this.lines.add(new Line(word)));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Line last = null;
        for (Line line : this.lines) {
            Row row = line.row();
            if (last != null && line.standsBeside(last, rows.get(rows.size() - 1), row)) {
                rows.set(rows.size() - 1, merged(rows.get(rows.size() - 1), row));
            }
            else if (last != null && line.goesOnFrom(last, rows.get(rows.size() - 1), row)) {
                rows.set(rows.size() - 1, joined(rows.get(rows.size() - 1), row.cells().get(0)));
            }
            else {
                rows.add(row);
            }
            last = line;
        }
        return rows;
    }

    private static Row merged(Row row, Row beside) {
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.addAll(beside.cells());
        cells.sort(Comparator.comparing(Cell::left));
        return new Row(cells);
    }

    private static Row joined(Row row, Cell more) {
        List<Cell> cells = new ArrayList<>(row.cells());
        Cell last = cells.remove(cells.size() - 1);
        cells.add(new Cell(last.left(), Math.max(last.right(), more.right()), last.text() + Cell.WRAP + more.text()));
        return new Row(cells);
    }

    /** Words on one line. */
    private static final class Line {

        private final PdfWord anchor;

        private final List<PdfWord> words = new ArrayList<>();

        Line(PdfWord first) {
            this.anchor = first;
            this.words.add(first);
        }

        /** Whether both are one row whose cells are not quite level. */
        boolean standsBeside(Line above, Row before, Row row) {
            boolean level = this.anchor.top() < above.anchor.bottom();
            boolean toTheRight = before.cells().size() == 1 && row.cells().size() == 1 && isRightUnder(above)
                    && row.cells().get(0).left() > before.cells().get(0).right();
            return toTheRight
                    || (level && row.cells().stream().noneMatch((cell) -> before.inLineWith(cell).isPresent()));
        }

        private boolean isRightUnder(Line above) {
            return this.anchor.bottom() - above.anchor.bottom() < LINE_GAP * this.anchor.height() / 0.8f;
        }

        /** Whether this is one cell right under the last of several. */
        boolean goesOnFrom(Line above, Row before, Row row) {
            Cell last = before.cells().get(before.cells().size() - 1);
            Cell only = row.cells().get(0);
            return before.cells().size() > 1 && row.cells().size() == 1
                    && Math.abs(last.left() - only.left()) <= ALIGNED && isRightUnder(above) && !this.anchor.apart();
        }

        Row row() {
            this.words.sort(Comparator.comparing(PdfWord::left));
            List<Cell> cells = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            PdfWord start = this.words.get(0);
            PdfWord last = start;
            for (PdfWord word : this.words) {
                float gap = word.left() - last.right();
                boolean apart = word != start && (word.apart() || last.apart() || gap > CELL_GAP * word.height());
                if (apart) {
                    cells.add(cell(start, last, text));
                    text.setLength(0);
                    start = word;
                }
                text.append((!text.isEmpty() && gap > WORD_GAP * word.height()) ? " " : "").append(word.text());
                last = word;
            }
            cells.add(cell(start, last, text));
            return new Row(cells);
        }

        private static Cell cell(PdfWord start, PdfWord last, StringBuilder text) {
            return new Cell((int) start.left(), Math.max((int) start.left() + 1, (int) last.right()), text.toString());
        }

    }

}
