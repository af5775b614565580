package no.bits.tls.document;

import java.util.regex.Pattern;

/**
 * A piece of text with a place of its own in a row: a table cell, what stands between two
 * tabs, or words apart from others.
 *
 * @param left where it begins, in table columns, tab stops or points
 * @param right where it ends, in the same measure
 * @param text what it shows, lines separated by line feeds; {@link #CHECKED},
 * {@link #UNCHECKED} and {@link #PICTURE} stand for what is no text
 */
record Cell(int left, int right, String text) {

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

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}]");

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
        return this.text.replaceAll("[\\s\u2028]+", " ").strip();
    }

}
