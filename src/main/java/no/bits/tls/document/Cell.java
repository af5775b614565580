package no.bits.tls.document;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text with a place of its own in a row: a table cell, what stands between two
 * tabs, or words apart from others.
 */
final class Cell {

    /** A checked box. */
    static final String CHECKED = "\u2612";

    /** A box that is not checked. */
    static final String UNCHECKED = "\u2610";

    /** A picture. */
    static final String PICTURE = "\uFFFC";

    /** A line end that may stand in the middle of a word, for want of space. */
    static final String WRAP = "\u2028";

    private static final Pattern CONTENT = Pattern.compile("[\\p{L}\\p{N}\\p{So}]");

    private static final Pattern INVISIBLE = Pattern
        .compile("[\\p{Cf}\\p{Co}\\u180E&&[^\\uFFFC]]|[\\p{Cntrl}&&[^\\n\\t]]");

    private static final Pattern GAPS = Pattern.compile("[\\s\u2028]+");

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}]");

    private final int left;

    private final int right;

    private final String text;

    private @Nullable LabelledCell labelled;

    private boolean readAsLabel;

    /**
     * A piece of text.
     * @param left where it begins, in table columns, tab stops or points
     * @param right where it ends, in the same measure
     * @param text what it shows, lines separated by line feeds; {@link #CHECKED},
     * {@link #UNCHECKED} and {@link #PICTURE} stand for what is no text
     */
    Cell(int left, int right, String text) {
        this.left = left;
        this.right = right;
        this.text = text;
    }

    int left() {
        return this.left;
    }

    int right() {
        return this.right;
    }

    String text() {
        return this.text;
    }

    /** What it asks for; read once, for neighbours ask often. */
    Optional<LabelledCell> labelled() {
        if (!this.readAsLabel) {
            this.labelled = LabelledCell.of(this).orElse(null);
            this.readAsLabel = true;
        }
        return Optional.ofNullable(this.labelled);
    }

    /** Without control and format characters, every kind of space the ordinary one. */
    static String visible(String text) {
        return SPACES.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
    }

    boolean isBlank() {
        return !CONTENT.matcher(this.text).find();
    }

    boolean holdsPicture() {
        return this.text.contains(PICTURE);
    }

    boolean overlaps(Cell other) {
        return this.left < other.right && other.left < this.right;
    }

    /** The text on one line. */
    String line() {
        return GAPS.matcher(this.text).replaceAll(" ").strip();
    }

}
