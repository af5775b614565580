package no.bits.tls.drift;

import java.time.LocalDate;

import no.bits.tls.participant.Participant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a drift, for {@code forms/followUpDrift.html}.
 *
 * @param domain the domain as people write it
 * @param failing whether something fails, and not only will
 * @param expiresOn the day on which the certificate expires that the contact was told of
 * @param round how often the contact was told of what fails
 * @param replied whether a contact wrote a mail
 */
record DriftSheet(String caseNumber, long participantId, String organisation, String domain, LocalDate noticedOn,
        boolean failing, @Nullable LocalDate expiresOn, int round, boolean replied) {

    static DriftSheet of(Drift drift, Participant participant, boolean replied) {
        return new DriftSheet(drift.caseNumber(), participant.id(), participant.organisation(),
                drift.domain().unicode(), drift.noticedOn(), drift.failing(), drift.expiresOn(), drift.round(),
                replied);
    }

}
