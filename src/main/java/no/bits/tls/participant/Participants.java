package no.bits.tls.participant;

import java.util.Optional;

import no.bits.tls.identifier.DomainName;

import org.springframework.stereotype.Service;

/** Who takes part in the scheme. */
@Service
public class Participants {

    /**
     * Takes an organisation in, or adds domains to one that takes part already (same
     * organisation number, or same name where it has none). Asked again for the same
     * case, it changes nothing.
     * @param entry what was approved
     * @return the participant
     */
    public Participant enrol(NewParticipant entry) {
        throw new UnsupportedOperationException();
    }

    /**
     * The participant that has a domain on the list.
     * @param domain the domain
     * @return the participant, or nothing
     */
    public Optional<Participant> withDomain(DomainName domain) {
        throw new UnsupportedOperationException();
    }

}
