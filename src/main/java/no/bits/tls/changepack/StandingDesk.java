package no.bits.tls.changepack;

import java.util.List;

import jakarta.validation.constraints.Size;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The side of the desk that Tasklist's element {@code participant-standing} and the page
 * of the participants load.
 */
@RestController
class StandingDesk {

    private static final int MOST_FOUND = 20;

    private final Participants participants;

    private final Ledger ledger;

    StandingDesk(Participants participants, Ledger ledger) {
        this.participants = participants;
        this.ledger = ledger;
    }

    /** The participants that somebody looks for, at most 20. */
    @GetMapping("/desk/standings")
    List<Found> find(@RequestParam @Size(max = 200) String words) {
        return this.participants.saying(words, MOST_FOUND).stream().map(Found::of).toList();
    }

    @GetMapping("/desk/standings/{participantId}")
    Standing standing(@PathVariable long participantId) {
        Participant participant = this.participants.find(participantId)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return this.ledger.standingOf(participant, this.participants.tlsFailuresOf(participant));
    }

    /** A participant that was found. */
    record Found(long id, String organisation, List<String> domains) {

        static Found of(Participant participant) {
            return new Found(participant.id(), participant.organisation(),
                    participant.listedDomains().stream().map(DomainName::unicode).sorted().toList());
        }

    }

}
