package no.bits.tls.document;

import java.util.List;

import no.bits.tls.document.DocumentReading.Remark;

/**
 * What a document shows, whatever its format.
 *
 * @param rows its rows in reading order
 * @param electronicallySigned whether it holds an electronic signature
 * @param remarks what a person should know about the file
 */
record Shown(List<Row> rows, boolean electronicallySigned, List<Remark> remarks) {

    boolean holdsText() {
        return this.rows.stream()
            .flatMap((row) -> row.cells().stream())
            .anyMatch((cell) -> cell.text().codePoints().filter(Character::isLetter).count() > 1);
    }

    /** Whether nobody could have written this into a form. */
    boolean isBeyond(DocumentSettings limits) {
        long all = this.rows.stream().mapToLong((row) -> row.text().length() + 1).sum();
        return all > limits.maxText() || this.rows.stream()
            .flatMap((row) -> row.cells().stream())
            .anyMatch((cell) -> cell.text().length() > limits.maxCell());
    }

    boolean holdsPicture() {
        return this.rows.stream().anyMatch(Row::holdsPicture);
    }

}
