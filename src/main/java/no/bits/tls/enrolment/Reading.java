package no.bits.tls.enrolment;

import java.util.List;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.FieldReading;
import no.bits.tls.document.FormField;

import org.springframework.data.relational.core.mapping.Table;

/** A value that was read in one of the attached documents, and the words around it. */
@Table("enrolment_reading")
record Reading(FormField field, Appendix appendix, String value, boolean understood, String source,
        String documentName) {

    static List<Reading> allOf(List<DocumentReading> documents) {
        return documents.stream()
            .flatMap((document) -> document.fields().stream().map((field) -> of(document.fileName(), field)))
            .toList();
    }

    private static Reading of(String documentName, FieldReading field) {
        return new Reading(field.field(), field.appendix(), field.value(), field.understood(), field.source(),
                documentName);
    }

}
