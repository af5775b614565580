package no.bits.tls.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.participant.Participant;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.stereotype.Component;

/**
 * Tells a participant who its contact is now: at the new address and at the other
 * contact's, so that somebody notices whom it concerns.
 */
@Component
class ContactLetters {

    private final Outbox outbox;

    private final Clock clock;

    ContactLetters(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void changed(LostContact contact, Participant before, Participant after) {
        EmailAddress administrator = after.administratorEmail();
        Stream.of(administrator, after.technicalEmail())
            .filter((address) -> address == administrator || !address.sameAs(administrator))
            .map((recipient) -> letter(contact, before, after, recipient))
            .forEach(this.outbox::send);
    }

    private Letter letter(LostContact contact, Participant before, Participant after, EmailAddress recipient) {
        ContactRole role = ContactRole.of(contact.address(), before);
        EmailAddress now = (role == ContactRole.TECHNICAL) ? after.technicalEmail() : after.administratorEmail();
        return new Letter("contact-changed", new CaseNumber(contact.caseNumber()), recipient,
                String.valueOf(after.id()), Importance.OWED, List.of(),
                Map.of("organisation", after.organisation(), "role_nb", role.norwegian(), "role_en", role.english(),
                        "oldAddress", contact.address().value(), "newAddress", now.value(), "changedOn",
                        OsloTime.today(this.clock)));
    }

}
