package no.bits.tls.enrolment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.document.Appendix;
import no.bits.tls.document.FormField;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Everything that staff need to decide, as the form in Tasklist shows it.
 *
 * @param version tells whether the case is still as this sheet shows it
 * @param mailId the mail that opened the case
 * @param applicant who is told what staff decide, or nothing where nobody can be
 * @param fields the form, in the order in which it is read
 * @param findings what the rules have to say, the weightiest first
 * @param documents every file of every mail, in their order
 * @param mails the mail that opened the case and every answer, oldest first
 * @param requests what the applicant was asked for, oldest first
 */
record ReviewSheet(String caseNumber, @Nullable Long version, long mailId, String title, EnrolmentState state,
        @Nullable String applicant, List<Field> fields, List<Note> findings, List<Attached> documents, List<Mail> mails,
        List<Request> requests) {

    static ReviewSheet of(Enrolment enrolment, List<Finding> findings) {
        return new ReviewSheet(enrolment.caseNumber(), enrolment.version(), enrolment.mailId(),
                enrolment.form().name().orElseGet(() -> DeskLanguage.ofReader().of("(uten navn)", "(no name)")),
                enrolment.state(), enrolment.applicant().map(EmailAddress::value).orElse(null),
                Arrays.stream(FieldLabel.values()).map((label) -> Field.of(label, enrolment)).toList(),
                findings.stream()
                    .sorted(Comparator.comparing((finding) -> finding.rule().severity()))
                    .map(Note::of)
                    .toList(),
                enrolment.documents().stream().map(Attached::of).toList(),
                enrolment.mails().stream().map(Mail::of).toList(),
                enrolment.inquiries().stream().map(Request::of).toList());
    }

    /** One field with its value, the evidence for it, and what answers changed. */
    record Field(FormField name, String label, String value, List<Evidence> evidence, List<Changed> changes) {

        static Field of(FieldLabel label, Enrolment enrolment) {
            return new Field(label.field(), DeskLanguage.ofReader().of(label.norwegian(), label.english()),
                    enrolment.form().value(label.field()).orElse(""),
                    enrolment.readings()
                        .stream()
                        .filter((reading) -> reading.field() == label.field())
                        .map((reading) -> Evidence.of(reading, enrolment))
                        .filter(firstOfEachPlace())
                        .toList(),
                    enrolment.changes()
                        .stream()
                        .filter((change) -> change.field() == label.field())
                        .map((change) -> Changed.of(change, enrolment))
                        .toList());
        }

        private static Predicate<Evidence> firstOfEachPlace() {
            Set<String> places = new HashSet<>();
            return (evidence) -> places.add(evidence.document() + "\n" + evidence.source() + "\n" + evidence.trusted());
        }

    }

    /**
     * Where a value was read.
     *
     * @param answer when the answer came that brought it, or nothing for the first mail
     * @param trusted whether that mail may change the form
     */
    record Evidence(String value, boolean understood, String appendix, String source, String document,
            @Nullable OffsetDateTime answer, boolean trusted) {

        static Evidence of(Reading reading, Enrolment enrolment) {
            Optional<ArrivedMail> mail = mailOf(enrolment, reading.mailId());
            return new Evidence(reading.value(), reading.understood(), nameOf(reading.appendix()), reading.source(),
                    reading.documentName(),
                    mail.filter((one) -> one.mailId() != enrolment.mailId())
                        .map((one) -> inOslo(one.arrivedAt()))
                        .orElse(null),
                    mail.map(ArrivedMail::trusted).orElse(true));
        }

    }

    /** What an answer changed in a field: from what, to what, who wrote it, when. */
    record Changed(String was, String became, long mailId, String from, OffsetDateTime at) {

        static Changed of(Change change, Enrolment enrolment) {
            return new Changed(change.was(), change.became(), change.mailId(),
                    mailOf(enrolment, change.mailId()).map(ArrivedMail::sender).orElse(""), inOslo(change.changedAt()));
        }

    }

    /**
     * What a rule has to say.
     *
     * @param code names it when it is asked for
     * @param askable whether the applicant can do something about it
     * @param remedy what
     * @param norwegian the sentence and the remedy as the applicant reads them in
     * Norwegian
     * @param english the same in English
     */
    record Note(String rule, Severity severity, String requirement, @Nullable FormField field, String sentence,
            String code, boolean askable, String remedy, String norwegian, String english) {

        static Note of(Finding finding) {
            DeskLanguage reader = DeskLanguage.ofReader();
            String norwegian = Remedy.of(finding.rule()).map(Remedy::norwegian).orElse("");
            String english = Remedy.of(finding.rule()).map(Remedy::english).orElse("");
            return new Note(finding.rule().name(), finding.rule().severity(), finding.rule().requirement(),
                    finding.field().orElse(null), reader.of(finding.norwegian(), finding.english()), finding.code(),
                    finding.isAskable(), reader.of(norwegian, english),
                    "%s %s".formatted(finding.norwegian(), norwegian).strip(),
                    "%s %s".formatted(finding.english(), english).strip());
        }

    }

    /** One attachment and what it turned out to be. */
    record Attached(long mailId, int number, String name, String content) {

        static Attached of(AttachedDocument document) {
            DeskLanguage reader = DeskLanguage.ofReader();
            List<String> forms = document.appendixSet().stream().sorted().map(ReviewSheet::nameOf).toList();
            return new Attached(document.mailId(), document.number(), document.fileName(), switch (document.kind()) {
                case READ -> forms.isEmpty() ? reader.of("ingen av skjemaene", "none of the forms")
                        : String.join(reader.of(" og ", " and "), forms);
                case FOR_A_PERSON -> reader.of("må leses av et menneske", "must be read by a person");
                case UNREADABLE -> reader.of("kan ikke åpnes", "cannot be opened");
                case IRRELEVANT -> reader.of("ikke et skjema", "not a form");
            });
        }

    }

    /** One mail of the case, and whether it may change the form. */
    record Mail(long id, String from, boolean trusted, String verdict, OffsetDateTime arrived) {

        static Mail of(ArrivedMail mail) {
            return new Mail(mail.mailId(), mail.sender(), mail.trusted(), mail.verdict(), inOslo(mail.arrivedAt()));
        }

    }

    /**
     * What the applicant was asked for; by nobody where the request went out by itself.
     */
    record Request(List<String> points, String words, @Nullable String askedBy, OffsetDateTime askedAt,
            boolean answered) {

        static Request of(Inquiry inquiry) {
            DeskLanguage reader = DeskLanguage.ofReader();
            return new Request(
                    inquiry.findings()
                        .stream()
                        .map((finding) -> reader.of(finding.norwegian(), finding.english()))
                        .toList(),
                    inquiry.words(), inquiry.askedBy(), inOslo(inquiry.askedAt()), inquiry.answeredBy() != null);
        }

    }

    private static Optional<ArrivedMail> mailOf(Enrolment enrolment, long id) {
        return enrolment.mails().stream().filter((mail) -> mail.mailId() == id).findFirst();
    }

    private static OffsetDateTime inOslo(Instant moment) {
        return moment.atZone(OsloTime.ZONE).toOffsetDateTime();
    }

    private static String nameOf(Appendix appendix) {
        DeskLanguage reader = DeskLanguage.ofReader();
        return switch (appendix) {
            case DECLARATION -> reader.of("vedlegg 1", "appendix 1");
            case COMPANY_FORM -> reader.of("vedlegg 2", "appendix 2");
        };
    }

}
