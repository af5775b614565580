package no.bits.tls.document;

/**
 * What somebody wrote into one place of a form, before anybody tries to understand it.
 *
 * @param field what the place is for
 * @param row the row that it stands in, from 0
 * @param text what stands there; may be blank
 * @param source the label and what stands there, for a person
 */
record Entry(FormField field, int row, String text, String source) {
}
