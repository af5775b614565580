package no.bits.tls.domainlist;

import java.time.LocalDate;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * One row of the Domain List: nothing personal, ever.
 *
 * @param organisation the company name
 * @param organisationNumber the company identification number, where it has one
 * @param domain the domain with forced TLS
 * @param enrolledOn the date of enrolment
 * @param inboundEnforcement whether requirement 5.2.4 is supported: published as
 * {@code Ja} or {@code Nei}
 */
public record ListedDomain(String organisation, @Nullable OrganisationNumber organisationNumber, DomainName domain,
        LocalDate enrolledOn, boolean inboundEnforcement) {

    /** The company identification number as published: nine digits, or nothing at all. */
    public String number() {
        return (this.organisationNumber != null) ? this.organisationNumber.digits() : "";
    }

    /**
     * Whether requirement 5.2.4 is supported, in the scheme's words for every language
     * and file.
     * @return {@code Ja} or {@code Nei}
     */
    public String jaOrNei() {
        return this.inboundEnforcement ? "Ja" : "Nei";
    }

}
