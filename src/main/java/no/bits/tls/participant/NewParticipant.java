package no.bits.tls.participant;

import java.time.LocalDate;
import java.util.Set;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.identifier.OrganisationNumber;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What staff approved: an organisation, its contacts and its domains.
 *
 * @param caseNumber the enrolment
 * @param organisation its name, as published
 * @param organisationNumber its number; staff may leave it out for who has none
 * @param administratorName who administers the scheme there, may be empty
 * @param administratorEmail where Bits notifies (requirement 5.3.2)
 * @param technicalEmail the technical contact, shared with other participants only
 * @param technicalPhone the technical contact's number in E.164, may be empty
 * @param domains the domains to list, at least one
 * @param inboundEnforcement whether requirement 5.2.4 is supported
 * @param enrolledOn the date of enrolment, in Oslo
 */
public record NewParticipant(CaseNumber caseNumber, String organisation,
        @Nullable OrganisationNumber organisationNumber, String administratorName, EmailAddress administratorEmail,
        EmailAddress technicalEmail, String technicalPhone, Set<DomainName> domains, boolean inboundEnforcement,
        LocalDate enrolledOn) {

    public NewParticipant {
        domains = Set.copyOf(domains);
        if (organisation.isBlank() || domains.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s enrols nobody: a company name and at least one domain are needed".formatted(caseNumber));
        }
    }

}
