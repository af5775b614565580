package no.bits.tls.participant;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in the scheme. */
@Service
public class Participants {

    private final ParticipantRepository repository;

    Participants(ParticipantRepository repository) {
        this.repository = repository;
    }

    /**
     * Takes an organisation in, or adds domains to one that takes part already (same
     * organisation number, or same name where it has none), whose name and contacts stay
     * as they are. Asked again for the same case, it changes nothing. It belongs to the
     * caller's transaction; enrolments queue for each other until that ends.
     * @param entry what was approved
     * @return the participant
     * @throws DomainListedForOther if another participant has one of the domains; the
     * caller's transaction may go on
     */
    @Transactional(noRollbackFor = DomainListedForOther.class)
    public Participant enrol(NewParticipant entry) {
        this.repository.lock();
        return this.repository.findByCase(entry.caseNumber().value()).orElseGet(() -> list(entry));
    }

    /**
     * A participant by its number in our database.
     * @param id the number
     * @return the participant, or nothing
     */
    public Optional<Participant> find(long id) {
        return this.repository.findById(id);
    }

    /**
     * The participant that has a domain on the list.
     * @param domain the domain
     * @return the participant, or nothing
     */
    public Optional<Participant> withDomain(DomainName domain) {
        return this.repository.findByDomain(domain);
    }

    /**
     * The participants whose administrator or technical contact somebody is.
     * @param address the person's address, compared without case
     * @return the participants, by name
     */
    public List<Participant> withContact(EmailAddress address) {
        return this.repository.findByContact(address);
    }

    /**
     * The participants that somebody looks for.
     * @param words a part of the name or of a domain, or the whole organisation number
     * @param most how many to find
     * @return the participants, by name
     */
    public List<Participant> saying(String words, int most) {
        String sought = words.strip();
        return sought.isEmpty() ? List.of() : this.repository.findBySaying(sought.replace(" ", ""),
                "%" + sought.replaceAll("([\\\\%_])", "\\\\$1") + "%", most);
    }

    /**
     * Gives a participant a new address in place of an old one, as administrator, as
     * technical contact or as both; whoever has not the old one stays as it is.
     * @param participant the participant
     * @param old the address that is no longer theirs
     * @param now the new one
     * @return the participant with its new address
     */
    @Transactional
    public Participant changeContact(Participant participant, EmailAddress old, EmailAddress now) {
        return this.repository.save(participant.withContact(old, now));
    }

    /**
     * Notes whether a participant enforces TLS on what comes in (requirement 5.2.4).
     * @param participant the participant
     * @param domains those of its domains that it answered for; others are left alone
     * @param supported whether it does
     * @return the participant with these domains changed
     */
    @Transactional
    public Participant noteInboundEnforcement(Participant participant, Collection<DomainName> domains,
            boolean supported) {
        return this.repository.save(participant.withInboundEnforcement(domains, supported));
    }

    /**
     * Notes where domains of a participant stand on the list.
     * @param participant the participant
     * @param domains those of its domains that are concerned; none that has left
     * @param state where they stand from now on
     * @return the participant with these domains changed
     */
    @Transactional
    public Participant note(Participant participant, Collection<DomainName> domains, ParticipantDomain.State state) {
        return this.repository.save(participant.with(domains, state));
    }

    /**
     * Keeps as evidence that a mail of ours could not go over TLS to a domain; nothing is
     * kept where no participant has the domain on the list. It belongs to the caller's
     * transaction.
     * @param failure what happened
     */
    @Transactional
    public void noteTlsFailure(TlsFailure failure) {
        withDomain(failure.domain()).ifPresent((participant) -> this.repository.addTlsFailure(participant.id(),
                failure.domain(), failure.noticedAt().atOffset(ZoneOffset.UTC), failure.outboundMailId(),
                failure.status(), failure.said()));
    }

    /**
     * The evidence that our mails could not go over TLS to a participant.
     * @param participant the participant
     * @return the newest 50 failures, newest first
     */
    public List<TlsFailure> tlsFailuresOf(Participant participant) {
        return this.repository.findTlsFailures(participant.id());
    }

    private Participant list(NewParticipant entry) {
        Participant participant = known(entry).orElseGet(() -> Participant.of(entry));
        entry.domains().forEach((domain) -> refuseIfOfOther(domain, participant));
        return this.repository.save(participant.withDomainsOf(entry));
    }

    private Optional<Participant> known(NewParticipant entry) {
        return (entry.organisationNumber() != null)
                ? this.repository.findByOrganisationNumber(entry.organisationNumber())
                : this.repository.findWithoutNumber(entry.organisation());
    }

    private void refuseIfOfOther(DomainName domain, Participant participant) {
        withDomain(domain).filter((holder) -> holder.id() != participant.id()).ifPresent((other) -> {
            throw DomainListedForOther.than(participant.organisation(), domain, other);
        });
    }

}
