package no.bits.tls.document;

import java.util.List;

/**
 * The rows of a document that make up one of the two forms.
 *
 * @param appendix which form
 * @param rows what it shows, in reading order
 */
record Form(Appendix appendix, List<Row> rows) {
}
