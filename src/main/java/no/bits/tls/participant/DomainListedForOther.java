package no.bits.tls.participant;

import no.bits.tls.identifier.DomainName;

/** A domain is to be enrolled that another participant has on the list. */
public final class DomainListedForOther extends RuntimeException {

    private DomainListedForOther(String message) {
        super(message);
    }

    static DomainListedForOther than(String organisation, DomainName domain, Participant other) {
        return new DomainListedForOther(
                "%s is listed for %s and cannot be enrolled for %s until it has left the list for the first"
                    .formatted(domain, other.organisation(), organisation));
    }

}
