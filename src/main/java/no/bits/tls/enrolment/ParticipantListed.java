package no.bits.tls.enrolment;

import java.time.LocalDate;

import no.bits.tls.participant.Participant;
import no.bits.tls.workflow.CaseNumber;

/**
 * An enrolment's domains are on the list, told in the transaction that published them.
 *
 * @param caseNumber the enrolment
 * @param participant whose domains they are
 * @param enrolledOn the date of enrolment, in Oslo
 * @param listVersion the version that first has them
 */
public record ParticipantListed(CaseNumber caseNumber, Participant participant, LocalDate enrolledOn,
        long listVersion) {
}
