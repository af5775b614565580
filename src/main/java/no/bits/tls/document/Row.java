package no.bits.tls.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row of what a document shows, whatever its format: a line of text, or a row of a
 * table.
 *
 * @param cells its pieces from left to right, blank ones too; at least one
 */
record Row(List<Cell> cells) {

    /**
     * A line of text: pieces between tabs or wide gaps, with ordinals as their places.
     */
    static Row ofLine(String line) {
        String[] pieces = line.split("\\t+| {3,}");
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            cells.add(new Cell(i, i + 1, pieces[i]));
        }
        return new Row(cells.isEmpty() ? List.of(new Cell(0, 1, "")) : cells);
    }

    /** All text, its pieces separated by tabs. */
    String text() {
        return this.cells.stream().map(Cell::text).collect(Collectors.joining("\t"));
    }

    /** All text on one line. */
    String line() {
        return this.cells.stream().map(Cell::line).collect(Collectors.joining(" ")).strip();
    }

    boolean isBlank() {
        return this.cells.stream().allMatch(Cell::isBlank);
    }

    boolean holdsPicture() {
        return this.cells.stream().anyMatch(Cell::holdsPicture);
    }

    /** The one piece that says something, where there is exactly one. */
    Optional<Cell> only() {
        List<Cell> filled = this.cells.stream().filter((cell) -> !cell.isBlank()).toList();
        return (filled.size() == 1) ? Optional.of(filled.get(0)) : Optional.empty();
    }

    /** The piece that stands above or below another row's. */
    Optional<Cell> inLineWith(Cell other) {
        return this.cells.stream().filter(other::overlaps).findFirst();
    }

    /** The piece to the right of the given place, where there is one. */
    Optional<Cell> after(int index) {
        return (index + 1 < this.cells.size()) ? Optional.of(this.cells.get(index + 1)) : Optional.empty();
    }

}
