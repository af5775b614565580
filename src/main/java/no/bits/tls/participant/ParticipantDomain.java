package no.bits.tls.participant;

import java.time.LocalDate;

import no.bits.tls.identifier.DomainName;

/**
 * A domain that a participant has, or had, on the list.
 *
 * @param domain the domain; listed for at most one participant at a time
 * @param state where it stands
 * @param inboundEnforcement whether requirement 5.2.4 is supported
 * @param enrolledOn the date of enrolment, in Oslo
 * @param caseNumber the case that listed it
 */
public record ParticipantDomain(DomainName domain, State state, boolean inboundEnforcement, LocalDate enrolledOn,
        String caseNumber) {

    /** Whether the domain is on the list. */
    public boolean isListed() {
        return this.state != State.LEFT;
    }

    ParticipantDomain withInboundEnforcement(boolean supported) {
        return new ParticipantDomain(this.domain, this.state, supported, this.enrolledOn, this.caseNumber);
    }

    ParticipantDomain with(State state) {
        return new ParticipantDomain(this.domain, state, this.inboundEnforcement, this.enrolledOn, this.caseNumber);
    }

    /** Where a domain stands. */
    public enum State {

        /** On the list. */
        LISTED,

        /** On the list, and announced to leave it. */
        LEAVING,

        /** No longer on the list: another participant may have it. */
        LEFT

    }

}
