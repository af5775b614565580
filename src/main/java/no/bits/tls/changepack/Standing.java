package no.bits.tls.changepack;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.ParticipantDomain;
import no.bits.tls.participant.TlsFailure;
import org.jspecify.annotations.Nullable;

/**
 * Where a participant stands, for staff who follow something up: whom to call, what is
 * listed, what it has confirmed.
 *
 * @param quartersBehind how many whole quarters have passed without a confirmation
 */
record Standing(String organisation, @Nullable String organisationNumber, LocalDate enrolledOn, List<Domain> domains,
        String administratorName, String administratorEmail, String technicalEmail, String technicalPhone,
        int quartersBehind, List<Confirmation> confirmations, List<Download> downloads, @Nullable LocalDate tlsFailedOn,
        String tlsSaid) {

    static Standing of(Participant participant, List<Attestation> attestations, List<Download> downloads,
            List<TlsFailure> failures, int quartersBehind) {
        Optional<TlsFailure> newest = failures.stream().findFirst();
        return new Standing(participant.organisation(),
                (participant.organisationNumber() != null) ? participant.organisationNumber().toString() : null,
                participant.enrolledOn(),
                participant.domains()
                    .stream()
                    .filter(ParticipantDomain::isListed)
                    .map((domain) -> new Domain(domain.domain().unicode(), domain.inboundEnforcement()))
                    .sorted(Comparator.comparing(Domain::name))
                    .toList(),
                participant.administratorName(), participant.administratorEmail().value(),
                participant.technicalEmail().value(), participant.technicalPhone(), quartersBehind,
                attestations.stream().map(Confirmation::of).toList(), downloads,
                newest.map((failure) -> OsloTime.dateOf(failure.noticedAt())).orElse(null),
                newest.map(TlsFailure::said).orElse(""));
    }

    /** A domain on the list. */
    record Domain(String name, boolean inboundEnforcement) {
    }

    /** A version that was confirmed. */
    record Confirmation(long version, LocalDate on, String how, String caseNumber) {

        static Confirmation of(Attestation attestation) {
            return new Confirmation(attestation.listVersion(), OsloTime.dateOf(attestation.confirmedAt()),
                    attestation.means().inWords(), attestation.caseNumber().value());
        }

    }

    /** A file that was fetched, and when last. */
    record Download(long version, String file, LocalDate on) {
    }

}
