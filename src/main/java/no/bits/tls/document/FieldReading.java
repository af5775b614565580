package no.bits.tls.document;

/**
 * One value that a form holds, and where it was read.
 *
 * @param field what the form asks for
 * @param appendix the form
 * @param value the value as we understand it, in the shape that {@link FormField} tells,
 * or as typed where it cannot be understood
 * @param understood whether the value has the shape of its field
 * @param source the words around it in the document, at most 200 characters, for a person
 * who wants to compare
 */
public record FieldReading(FormField field, Appendix appendix, String value, boolean understood, String source) {
}
