package no.bits.tls.document;

/**
 * Text at its place on a page, in points from the top left corner.
 *
 * @param text the text
 * @param left its left edge
 * @param right its right edge
 * @param top its upper edge
 * @param bottom its lower edge, the base line of printed text
 * @param apart whether it is a form field's value or a picture, and no part of the
 * printed words beside it
 */
record PdfWord(String text, float left, float right, float top, float bottom, boolean apart) {

    float height() {
        return Math.max(1, this.bottom - this.top);
    }

    float middle() {
        return (this.top + this.bottom) / 2;
    }

    /** Whether both stand on one line. */
    boolean besides(PdfWord other) {
        float common = Math.min(this.bottom, other.bottom) - Math.max(this.top, other.top);
        return common > Math.min(height(), other.height()) / 2;
    }

}
