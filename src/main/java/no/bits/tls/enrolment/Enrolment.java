package no.bits.tls.enrolment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.FormField;
import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An organisation's application to join the scheme. Its life: a mail arrives (received),
 * its forms are read (in review), staff correct what was misread and approve, decline or
 * ask for more; who is asked for more (awaiting answer) answers, and is received and read
 * again, or does not, and the enrolment lapses until an answer comes after all; staff who
 * hear the answer otherwise take it back (in review). Once approved its domains are
 * listed, unless somebody else got one of them meanwhile: then it is in review again.
 * Nothing leads back from listed or declined.
 *
 * @param caseNumber the case, see {@link no.bits.tls.workflow.CaseNumber}
 * @param mailId the mail that opened it
 * @param sender the address that it came from, where it has one that can be answered
 * @param entries the form as it stands, a value for each field that has one
 * @param readings what was read where
 * @param documents what each attachment turned out to be
 * @param mails the mail that opened it and every answer, in the order in which they came
 * @param inquiries what the applicant was asked for, oldest first
 * @param changes what answers changed in the form, oldest first
 * @param listVersion the version of the Domain List that first had its domains
 */
@Table("enrolment")
record Enrolment(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, long mailId,
        @Nullable String sender, EnrolmentState state, Instant receivedAt, @Nullable Long listVersion,
        @MappedCollection(idColumn = "enrolment") Set<Entry> entries,
        @MappedCollection(idColumn = "enrolment", keyColumn = "position") List<Reading> readings,
        @MappedCollection(idColumn = "enrolment", keyColumn = "position") List<AttachedDocument> documents,
        @MappedCollection(idColumn = "enrolment", keyColumn = "position") List<ArrivedMail> mails,
        @MappedCollection(idColumn = "enrolment", keyColumn = "position") List<Inquiry> inquiries,
        @MappedCollection(idColumn = "enrolment", keyColumn = "position") List<Change> changes) {

    static Enrolment received(String caseNumber, @Nullable String sender, ArrivedMail mail) {
        return new Enrolment(null, null, caseNumber, mail.mailId(), sender, EnrolmentState.RECEIVED, mail.arrivedAt(),
                null, Set.of(), List.of(), List.of(), List.of(mail), List.of(), List.of());
    }

    /** An answer that is yet to be read. */
    Enrolment joined(ArrivedMail mail) {
        return with(this.entries, this.readings, this.documents, append(this.mails, Stream.of(mail)), this.changes);
    }

    /** An answer to what we asked. */
    Enrolment answered(ArrivedMail mail) {
        requireState(EnrolmentState.AWAITING_ANSWER, EnrolmentState.LAPSED);
        return with(EnrolmentState.RECEIVED, this.listVersion, replaceLast(lastInquiry().answered(mail.mailId())))
            .joined(mail);
    }

    /**
     * Takes in what a mail brought: all of it as evidence, and its values into the form
     * where it is trusted.
     */
    Enrolment read(ArrivedMail mail, List<DocumentReading> found, Instant at) {
        Enrolment read = with(this.entries, append(this.readings, Reading.allOf(mail.mailId(), found)),
                append(this.documents, AttachedDocument.allOf(mail.mailId(), found)),
                this.mails.stream().map((one) -> one.equals(mail) ? mail.asRead() : one).toList(), this.changes);
        return mail.trusted() ? read.merged(contributions().forms(), mail, at) : read;
    }

    Enrolment reviewable() {
        requireState(EnrolmentState.RECEIVED);
        return with(EnrolmentState.IN_REVIEW, this.listVersion, this.inquiries);
    }

    Enrolment corrected(Map<FormField, String> values) {
        requireState(EnrolmentState.IN_REVIEW);
        return with(new EnrolmentForm(values).entries(), this.readings, this.documents, this.mails, this.changes);
    }

    Enrolment asked(Inquiry inquiry) {
        requireState(EnrolmentState.IN_REVIEW);
        return with(EnrolmentState.MORE_NEEDED, this.listVersion, append(this.inquiries, Stream.of(inquiry)));
    }

    Enrolment awaitingAnswer() {
        requireState(EnrolmentState.MORE_NEEDED);
        return with(EnrolmentState.AWAITING_ANSWER, this.listVersion, this.inquiries);
    }

    Enrolment takenBack() {
        requireState(EnrolmentState.AWAITING_ANSWER);
        return with(EnrolmentState.IN_REVIEW, this.listVersion, this.inquiries);
    }

    Enrolment lapsed() {
        requireState(EnrolmentState.AWAITING_ANSWER);
        return with(EnrolmentState.LAPSED, this.listVersion, this.inquiries);
    }

    Enrolment approved() {
        requireState(EnrolmentState.IN_REVIEW);
        return with(EnrolmentState.APPROVED, this.listVersion, this.inquiries);
    }

    Enrolment declined() {
        requireState(EnrolmentState.IN_REVIEW);
        return with(EnrolmentState.DECLINED, this.listVersion, this.inquiries);
    }

    Enrolment listed(long inVersion) {
        requireState(EnrolmentState.APPROVED);
        return with(EnrolmentState.LISTED, inVersion, this.inquiries);
    }

    Enrolment reviewedAgain() {
        requireState(EnrolmentState.APPROVED);
        return with(EnrolmentState.IN_REVIEW, this.listVersion, this.inquiries);
    }

    EnrolmentForm form() {
        return EnrolmentForm.of(this.entries);
    }

    /** What the mails that were read brought. */
    Contributions contributions() {
        return new Contributions(this.mails.stream().filter(ArrivedMail::read).toList(), this.readings, this.documents);
    }

    List<ArrivedMail> unreadMails() {
        return this.mails.stream().filter((mail) -> !mail.read()).toList();
    }

    boolean has(long mail) {
        return this.mails.stream().anyMatch((one) -> one.mailId() == mail);
    }

    Inquiry lastInquiry() {
        return this.inquiries.get(this.inquiries.size() - 1);
    }

    /** The newest mail that is the applicant's for sure: the one to answer. */
    long newestMail() {
        return this.mails.stream()
            .filter(ArrivedMail::trusted)
            .reduce((first, second) -> second)
            .map(ArrivedMail::mailId)
            .orElse(this.mailId);
    }

    /** Who is told about the case: who mailed it, else the administrator in the form. */
    Optional<EmailAddress> applicant() {
        return Optional.ofNullable(this.sender)
            .flatMap(EmailAddress::parse)
            .or(() -> form().address(FormField.ADMINISTRATOR_EMAIL));
    }

    /** Whether an address belongs to this case. */
    Predicate<EmailAddress> contacts() {
        List<String> known = Stream
            .concat(Optional.ofNullable(this.sender).stream(),
                    Stream.of(FormField.ADMINISTRATOR_EMAIL, FormField.CONTACT_EMAIL)
                        .flatMap((field) -> form().address(field).stream())
                        .map(EmailAddress::value))
            .toList();
        return (address) -> known.stream().anyMatch(address.value()::equalsIgnoreCase);
    }

    private Enrolment merged(List<EnrolmentForm> before, ArrivedMail mail, Instant at) {
        List<EnrolmentForm> forms = contributions().forms();
        EnrolmentForm old = form();
        EnrolmentForm merged = new Merge(old, before, forms.get(forms.size() - 1)).result();
        Stream<Change> made = before.isEmpty() ? Stream.empty() : merged.changesSince(old, mail.mailId(), at);
        return with(merged.entries(), this.readings, this.documents, this.mails, append(this.changes, made));
    }

    private List<Inquiry> replaceLast(Inquiry inquiry) {
        return append(this.inquiries.subList(0, this.inquiries.size() - 1), Stream.of(inquiry));
    }

    private void requireState(EnrolmentState... needed) {
        if (!Arrays.asList(needed).contains(this.state)) {
            throw EnrolmentRefused.notInReview(this.caseNumber);
        }
    }

    private Enrolment with(EnrolmentState newState, @Nullable Long newListVersion, List<Inquiry> newInquiries) {
        return new Enrolment(this.id, this.version, this.caseNumber, this.mailId, this.sender, newState,
                this.receivedAt, newListVersion, this.entries, this.readings, this.documents, this.mails, newInquiries,
                this.changes);
    }

    private Enrolment with(Set<Entry> newEntries, List<Reading> newReadings, List<AttachedDocument> newDocuments,
            List<ArrivedMail> newMails, List<Change> newChanges) {
        return new Enrolment(this.id, this.version, this.caseNumber, this.mailId, this.sender, this.state,
                this.receivedAt, this.listVersion, newEntries, newReadings, newDocuments, newMails, this.inquiries,
                newChanges);
    }

    private static <T> List<T> append(List<T> list, Stream<T> more) {
        return Stream.concat(list.stream(), more).toList();
    }

    /** One field of the form as it stands. */
    @Table("enrolment_entry")
    record Entry(FormField field, String value) {
    }

}
