package no.bits.tls.enrolment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.FormField;
import org.jspecify.annotations.Nullable;

/**
 * Everything that staff need to decide, as the form in Tasklist shows it.
 *
 * @param mailId the mail that opened the case
 * @param fields the form, in the order in which it is read
 * @param findings what the rules have to say, the weightiest first
 */
record ReviewSheet(String caseNumber, long mailId, String title, EnrolmentState state, List<Field> fields,
        List<Note> findings, List<Attached> documents) {

    static ReviewSheet of(Enrolment enrolment, List<Finding> findings) {
        return new ReviewSheet(enrolment.caseNumber(), enrolment.mailId(), enrolment.form().title(), enrolment.state(),
                Arrays.stream(FieldLabel.values()).map((label) -> Field.of(label, enrolment)).toList(),
                findings.stream()
                    .sorted((a, b) -> a.rule().severity().compareTo(b.rule().severity()))
                    .map(Note::of)
                    .toList(),
                enrolment.documents().stream().map(Attached::of).toList());
    }

    /** One field with its value and the evidence for it. */
    record Field(FormField name, String label, String value, List<Evidence> evidence) {

        static Field of(FieldLabel label, Enrolment enrolment) {
            return new Field(label.field(), label.norwegian(), enrolment.form().value(label.field()).orElse(""),
                    enrolment.readings()
                        .stream()
                        .filter((reading) -> reading.field() == label.field())
                        .map(Evidence::of)
                        .filter(firstOfEachPlace())
                        .toList());
        }

        private static Predicate<Evidence> firstOfEachPlace() {
            Set<String> places = new HashSet<>();
            return (evidence) -> places.add(evidence.document() + "\n" + evidence.source());
        }

    }

    /** Where a value was read. */
    record Evidence(String value, boolean understood, String appendix, String source, String document) {

        static Evidence of(Reading reading) {
            return new Evidence(reading.value(), reading.understood(), nameOf(reading.appendix()), reading.source(),
                    reading.documentName());
        }

    }

    /** What a rule has to say. */
    record Note(String rule, Severity severity, String requirement, @Nullable FormField field, String sentence) {

        static Note of(Finding finding) {
            return new Note(finding.rule().name(), finding.rule().severity(), finding.rule().requirement(),
                    finding.field().orElse(null), finding.norwegian());
        }

    }

    /** One attachment and what it turned out to be. */
    record Attached(String name, String content) {

        static Attached of(AttachedDocument document) {
            List<String> forms = document.appendixSet().stream().sorted().map(ReviewSheet::nameOf).toList();
            return new Attached(document.fileName(), switch (document.kind()) {
                case READ -> forms.isEmpty() ? "ingen av skjemaene" : String.join(" og ", forms);
                case FOR_A_PERSON -> "må leses av et menneske";
                case UNREADABLE -> "kan ikke åpnes";
                case IRRELEVANT -> "ikke et skjema";
            });
        }

    }

    private static String nameOf(Appendix appendix) {
        return switch (appendix) {
            case DECLARATION -> "vedlegg 1";
            case COMPANY_FORM -> "vedlegg 2";
        };
    }

}
