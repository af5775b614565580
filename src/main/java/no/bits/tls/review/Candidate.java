package no.bits.tls.review;

import no.bits.tls.identifier.DomainName;

/**
 * A participant for whom a review is to be opened.
 *
 * @param participantId its number
 * @param organisation its name
 * @param domain the first of its domains
 * @param domains how many it has
 */
record Candidate(long participantId, String organisation, DomainName domain, int domains) {

    /** Its domains in a few words. */
    String summary() {
        return (this.domains > 1) ? "%s (+%d)".formatted(this.domain.unicode(), this.domains - 1)
                : this.domain.unicode();
    }

}
