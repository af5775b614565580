package no.bits.tls.enrolment;

import java.time.Instant;
import java.time.OffsetDateTime;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The answer that an enrolment waits for, as the form in Tasklist shows it.
 *
 * @param organisation who applies, or nothing where the form does not say it
 * @param applicant who was asked
 * @param request what for, and when
 * @param reminderDue when they are reminded, or were
 * @param lapseDue when the enrolment lapses
 */
record AwaitedAnswer(String caseNumber, @Nullable String organisation, @Nullable String applicant,
        ReviewSheet.Request request, OffsetDateTime reminderDue, OffsetDateTime lapseDue) {

    static AwaitedAnswer of(Enrolment enrolment) {
        Inquiry inquiry = enrolment.lastInquiry();
        return new AwaitedAnswer(enrolment.caseNumber(), enrolment.form().name().orElse(null),
                enrolment.applicant().map(EmailAddress::value).orElse(null), ReviewSheet.Request.of(inquiry),
                inOslo(inquiry.reminderDue()), inOslo(inquiry.lapseDue()));
    }

    private static OffsetDateTime inOslo(Instant moment) {
        return moment.atZone(OsloTime.ZONE).toOffsetDateTime();
    }

}
