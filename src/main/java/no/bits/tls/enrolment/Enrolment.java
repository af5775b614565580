package no.bits.tls.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.FormField;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An organisation's application to join the scheme. Its life: a mail arrives (received),
 * its forms are read (in review), staff correct what was misread and approve or decline;
 * once approved its domains are listed, unless somebody else got one of them meanwhile:
 * then it is in review again. Nothing leads back from listed or declined.
 *
 * @param caseNumber the case, see {@link no.bits.tls.workflow.CaseNumber}
 * @param mailId the mail that opened it
 * @param sender the address that it came from, where it has one that can be answered
 * @param entries the form as it stands, a value for each field that has one
 * @param readings what was read where
 * @param documents what each attachment turned out to be
 * @param listVersion the version of the Domain List that first had its domains
 */
@Table("enrolment")
record Enrolment(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, long mailId,
        @Nullable String sender, EnrolmentState state, Instant receivedAt, @Nullable Long listVersion,
        @MappedCollection(idColumn = "enrolment") Set<Entry> entries,
        @MappedCollection(idColumn = "enrolment", keyColumn = "position") List<Reading> readings,
        @MappedCollection(idColumn = "enrolment", keyColumn = "position") List<AttachedDocument> documents) {

    static Enrolment received(String caseNumber, long mailId, @Nullable String sender, Instant at) {
        return new Enrolment(null, null, caseNumber, mailId, sender, EnrolmentState.RECEIVED, at, null, Set.of(),
                List.of(), List.of());
    }

    Enrolment read(List<DocumentReading> documentReadings) {
        List<Reading> found = Reading.allOf(documentReadings);
        return with(EnrolmentState.IN_REVIEW, this.listVersion, EnrolmentForm.from(found).entries(), found,
                documentReadings.stream().map(AttachedDocument::of).toList());
    }

    Enrolment corrected(Map<FormField, String> values) {
        requireState(EnrolmentState.IN_REVIEW);
        return with(this.state, this.listVersion, new EnrolmentForm(values).entries(), this.readings, this.documents);
    }

    Enrolment approved() {
        requireState(EnrolmentState.IN_REVIEW);
        return with(EnrolmentState.APPROVED, this.listVersion, this.entries, this.readings, this.documents);
    }

    Enrolment declined() {
        requireState(EnrolmentState.IN_REVIEW);
        return with(EnrolmentState.DECLINED, this.listVersion, this.entries, this.readings, this.documents);
    }

    Enrolment listed(long inVersion) {
        requireState(EnrolmentState.APPROVED);
        return with(EnrolmentState.LISTED, inVersion, this.entries, this.readings, this.documents);
    }

    Enrolment reviewedAgain() {
        requireState(EnrolmentState.APPROVED);
        return with(EnrolmentState.IN_REVIEW, this.listVersion, this.entries, this.readings, this.documents);
    }

    EnrolmentForm form() {
        return EnrolmentForm.of(this.entries);
    }

    private void requireState(EnrolmentState needed) {
        if (this.state != needed) {
            throw EnrolmentRefused.notInReview(this.caseNumber);
        }
    }

    private Enrolment with(EnrolmentState newState, @Nullable Long newListVersion, Set<Entry> newEntries,
            List<Reading> newReadings, List<AttachedDocument> newDocuments) {
        return new Enrolment(this.id, this.version, this.caseNumber, this.mailId, this.sender, newState,
                this.receivedAt, newListVersion, newEntries, newReadings, newDocuments);
    }

    /** One field of the form as it stands. */
    @Table("enrolment_entry")
    record Entry(FormField field, String value) {
    }

}
