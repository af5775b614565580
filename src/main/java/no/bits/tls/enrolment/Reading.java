package no.bits.tls.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.FieldReading;
import no.bits.tls.document.FormField;

import org.springframework.data.relational.core.mapping.Table;

/**
 * A value that was read in one of the attached documents, and the words around it.
 *
 * @param mailId the mail that brought the document
 */
@Table("enrolment_reading")
record Reading(long mailId, FormField field, Appendix appendix, String value, boolean understood, String source,
        String documentName) {

    static Stream<Reading> allOf(long mailId, List<DocumentReading> documents) {
        return documents.stream()
            .flatMap((document) -> document.fields().stream().map((field) -> of(mailId, document.fileName(), field)));
    }

    /**
     * What counts of several mails: of each question of each form, the answers in the
     * last mail that has any.
     */
    static List<Reading> newestOf(Collection<Reading> readings) {
        Map<Question, Long> newest = readings.stream()
            .collect(Collectors.toMap(Reading::question, Reading::mailId, Math::max));
        return readings.stream()
            .filter((reading) -> Objects.equals(newest.get(reading.question()), reading.mailId))
            .toList();
    }

    private Question question() {
        return new Question(this.field, this.appendix);
    }

    private static Reading of(long mailId, String documentName, FieldReading field) {
        return new Reading(mailId, field.field(), field.appendix(), field.value(), field.understood(), field.source(),
                documentName);
    }

    /** One question of one form. */
    private record Question(FormField field, Appendix appendix) {
    }

}
