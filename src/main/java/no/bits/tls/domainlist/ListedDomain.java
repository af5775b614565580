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
}
