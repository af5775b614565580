package no.bits.tls.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.OutgoingMail;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.ParticipantDomain;
import no.bits.tls.participant.TlsFailure;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a lost contact, for {@code forms/findNewContact.html}.
 *
 * @param address where nobody can be reached
 * @param openedAt since when, in Oslo
 * @param concerns the case whose mail came back last
 * @param replaceable whether a new address can be registered
 * @param participants whose contact it is, or whose domain it is in
 * @param reports what servers said about our mails to it, newest first
 * @param mails our mails to it, newest first
 */
record ContactSheet(String caseNumber, String address, OffsetDateTime openedAt, Cases.Label concerns,
        boolean replaceable, List<Card> participants, List<Said> reports, List<Mail> mails) {

    private static OffsetDateTime inOslo(Instant moment) {
        return moment.atZone(OsloTime.ZONE).toOffsetDateTime();
    }

    static ContactSheet of(LostContact contact, Cases.Label concerns, List<Card> participants, List<Said> reports,
            List<OutgoingMail> mails) {
        return new ContactSheet(contact.caseNumber(), contact.address().value(), inOslo(contact.openedAt()), concerns,
                participants.stream().anyMatch((card) -> card.role() != ContactRole.NONE), participants, reports,
                mails.stream().map(Mail::of).toList());
    }

    /**
     * A participant as somebody who looks for its contact needs it.
     *
     * @param role what the lost address is for it
     * @param roleName the same in words
     * @param enrolments the cases that listed its domains
     * @param tlsFailures our mails that could not go over TLS to it, newest first
     */
    record Card(String organisation, @Nullable String organisationNumber, LocalDate enrolledOn, List<String> enrolments,
            List<String> domains, String administratorName, String administratorEmail, String technicalEmail,
            String technicalPhone, ContactRole role, String roleName, List<Said> tlsFailures) {

        static Card of(Participant participant, EmailAddress lost, List<TlsFailure> failures) {
            ContactRole role = ContactRole.of(lost, participant);
            return new Card(participant.organisation(),
                    (participant.organisationNumber() != null) ? participant.organisationNumber().toString() : null,
                    participant.enrolledOn(),
                    participant.domains().stream().map(ParticipantDomain::caseNumber).distinct().sorted().toList(),
                    participant.domains()
                        .stream()
                        .filter(ParticipantDomain::isListed)
                        .map((domain) -> domain.domain().unicode())
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                    participant.administratorName(), participant.administratorEmail().value(),
                    participant.technicalEmail().value(), participant.technicalPhone(), role,
                    DeskLanguage.ofReader().of(role.norwegian(), role.english()),
                    failures.stream().map((failure) -> Said.at(failure.noticedAt(), failure.said())).toList());
        }

    }

    /** A mail of ours to the address. */
    record Mail(String subject, OffsetDateTime writtenAt, OutgoingMail.State state, @Nullable String answer) {

        static Mail of(OutgoingMail mail) {
            return new Mail(mail.subject(), inOslo(mail.createdAt()), mail.state(), mail.lastAnswer());
        }

    }

}
