package no.bits.tls.participant;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.identifier.OrganisationNumber;
import no.bits.tls.participant.ParticipantDomain.State;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

/**
 * An organisation that takes part. It is <em>enrolled</em> with its contacts and at least
 * one domain; a later enrolment <em>adds</em> domains and leaves name and contacts alone,
 * since those change only by a case of their own. Each domain is listed, may be announced
 * to leave, and leaves; the participant itself is never deleted.
 *
 * @param id its number in our database, 0 before it is stored
 * @param version how often it changed, so that no change is lost
 * @param organisation its name, as published
 * @param organisationNumber its number, where it has one
 * @param administratorName who administers the scheme there, may be empty
 * @param administratorEmail where Bits notifies (requirement 5.3.2)
 * @param technicalEmail the technical contact, shared with other participants only
 * @param technicalPhone the technical contact's number in E.164, may be empty
 * @param enrolledOn the date of its first enrolment, in Oslo
 * @param domains the domains it has or had
 */
public record Participant(@Id long id, @Version long version, String organisation,
        @Nullable OrganisationNumber organisationNumber, String administratorName, EmailAddress administratorEmail,
        EmailAddress technicalEmail, String technicalPhone, LocalDate enrolledOn,
        @MappedCollection(idColumn = "participant_id") Set<ParticipantDomain> domains) {

    public Participant {
        domains = Set.copyOf(domains);
    }

    static Participant of(NewParticipant entry) {
        return new Participant(0, 0, entry.organisation(), entry.organisationNumber(), entry.administratorName(),
                entry.administratorEmail(), entry.technicalEmail(), entry.technicalPhone(), entry.enrolledOn(),
                Set.of());
    }

    /**
     * Whether somebody is this participant's administrator or technical contact.
     * @param address the person's address, compared without case
     * @return whether it is one of the two
     */
    public boolean hasContact(EmailAddress address) {
        return this.administratorEmail.sameAs(address) || this.technicalEmail.sameAs(address);
    }

    /** Its technical contact and then its administrator, each address once. */
    public List<EmailAddress> contacts() {
        return this.administratorEmail.sameAs(this.technicalEmail) ? List.of(this.technicalEmail)
                : List.of(this.technicalEmail, this.administratorEmail);
    }

    /** The domains that are on the list. */
    public Set<DomainName> listedDomains() {
        return this.domains.stream()
            .filter(ParticipantDomain::isListed)
            .map(ParticipantDomain::domain)
            .collect(Collectors.toUnmodifiableSet());
    }

    /** Lists the domains of an approved enrolment, each as it was approved there. */
    Participant withDomainsOf(NewParticipant entry) {
        Stream<ParticipantDomain> kept = this.domains.stream()
            .filter((domain) -> !entry.domains().contains(domain.domain()));
        Stream<ParticipantDomain> listed = entry.domains()
            .stream()
            .map((domain) -> new ParticipantDomain(domain, State.LISTED, entry.inboundEnforcement(), entry.enrolledOn(),
                    entry.caseNumber().value()));
        return new Participant(this.id, this.version, this.organisation, this.organisationNumber,
                this.administratorName, this.administratorEmail, this.technicalEmail, this.technicalPhone,
                this.enrolledOn, Stream.concat(kept, listed).collect(Collectors.toSet()));
    }

    /**
     * The domains that an enrolment brought, as long as they are on the list.
     * @param caseNumber the enrolment
     * @return the domains
     */
    public Set<ParticipantDomain> domainsOf(CaseNumber caseNumber) {
        return this.domains.stream()
            .filter((domain) -> domain.isListed() && domain.caseNumber().equals(caseNumber.value()))
            .collect(Collectors.toUnmodifiableSet());
    }

    /** Enforces TLS on what comes in to these domains, or no longer does. */
    Participant withInboundEnforcement(Collection<DomainName> answered, boolean supported) {
        return new Participant(this.id, this.version, this.organisation, this.organisationNumber,
                this.administratorName, this.administratorEmail, this.technicalEmail, this.technicalPhone,
                this.enrolledOn,
                this.domains.stream()
                    .map((domain) -> answered.contains(domain.domain()) ? domain.withInboundEnforcement(supported)
                            : domain)
                    .collect(Collectors.toSet()));
    }

    /** Has these domains, as far as they are on the list, stand otherwise. */
    Participant with(Collection<DomainName> concerned, State state) {
        return new Participant(this.id, this.version, this.organisation, this.organisationNumber,
                this.administratorName, this.administratorEmail, this.technicalEmail, this.technicalPhone,
                this.enrolledOn,
                this.domains.stream()
                    .map((domain) -> (domain.isListed() && concerned.contains(domain.domain())) ? domain.with(state)
                            : domain)
                    .collect(Collectors.toSet()));
    }

    /** Has a new address wherever it had the old one. */
    Participant withContact(EmailAddress old, EmailAddress now) {
        return new Participant(this.id, this.version, this.organisation, this.organisationNumber,
                this.administratorName, this.administratorEmail.sameAs(old) ? now : this.administratorEmail,
                this.technicalEmail.sameAs(old) ? now : this.technicalEmail, this.technicalPhone, this.enrolledOn,
                this.domains);
    }

}
