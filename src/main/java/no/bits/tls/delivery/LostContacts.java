package no.bits.tls.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.outbox.SentMail;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.Cases;
import no.bits.tls.workflow.Decisions;
import no.bits.tls.workflow.UnknownCase;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts every address at which nobody can be reached before a person, and registers the
 * new one that the person found.
 */
@Service
@Transactional
class LostContacts {

    private static final int DAYS = 2;

    private final LostContactRepository repository;

    private final LostContactProcess process;

    private final DeliveryHistory history;

    private final CaseNumbers caseNumbers;

    private final Cases cases;

    private final Decisions decisions;

    private final Participants participants;

    private final ContactLetters letters;

    private final Outbox outbox;

    private final Clock clock;

    LostContacts(LostContactRepository repository, LostContactProcess process, DeliveryHistory history,
            CaseNumbers caseNumbers, Cases cases, Decisions decisions, Participants participants,
            ContactLetters letters, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.history = history;
        this.caseNumbers = caseNumbers;
        this.cases = cases;
        this.decisions = decisions;
        this.participants = participants;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Opens a case when a mail's address was said to be none on a second day, unless one
     * is open.
     * @param mail the mail that the newest report is about
     * @return whether a person now looks for a new contact
     */
    boolean lost(SentMail mail) {
        if (this.repository.findOpen(mail.recipient()).isPresent()) {
            return true;
        }
        boolean lost = this.history.daysDead(mail.recipient()) >= DAYS;
        if (lost) {
            open(mail);
        }
        return lost;
    }

    ContactSheet sheet(CaseNumber caseNumber) {
        LostContact contact = get(caseNumber);
        List<ContactSheet.Card> cards = concerned(contact.address()).stream()
            .map((one) -> ContactSheet.Card.of(one, contact.address(), this.participants.tlsFailuresOf(one)))
            .toList();
        return ContactSheet.of(contact, this.cases.label(new CaseNumber(contact.concerns())), cards,
                this.history.about(contact.address()), this.outbox.mailsTo(contact.address()));
    }

    void found(CaseNumber caseNumber, String user, String address, String reason) {
        LostContact contact = get(caseNumber);
        EmailAddress now = EmailAddress.parse(address)
            .filter((one) -> !one.sameAs(contact.address()))
            .orElseThrow(() -> LostContactRefused.noNewAddress(address));
        if (this.participants.withContact(contact.address()).isEmpty()) {
            throw LostContactRefused.nobodysContact(contact.address());
        }
        decide(contact.foundAt(now, this.clock.instant()), user, reason);
    }

    void settleOtherwise(CaseNumber caseNumber, String user, String reason) {
        decide(get(caseNumber).settledOtherwise(this.clock.instant()), user, reason);
    }

    void change(CaseNumber caseNumber) {
        LostContact contact = get(caseNumber);
        EmailAddress now = Optional.ofNullable(contact.newAddress()).orElseThrow();
        for (Participant before : this.participants.withContact(contact.address())) {
            Participant after = this.participants.changeContact(before, contact.address(), now);
            this.letters.changed(contact, before, after);
        }
    }

    private void open(SentMail mail) {
        CaseNumber caseNumber = this.caseNumbers.next();
        this.repository.save(LostContact.opened(caseNumber.value(), mail.recipient(), mail.caseNumber().value(),
                this.clock.instant()));
        String organisation = concerned(mail.recipient()).stream()
            .findFirst()
            .map(Participant::organisation)
            .orElse("");
        this.process.start(caseNumber, organisation, mail.recipient().domain().unicode());
    }

    private void decide(LostContact closed, String user, String reason) {
        if (reason.isBlank()) {
            throw LostContactRefused.reasonNeeded();
        }
        CaseNumber caseNumber = new CaseNumber(closed.caseNumber());
        String task = this.process.claimedTask(caseNumber, user);
        LostContact.Outcome outcome = Optional.ofNullable(this.repository.save(closed).outcome()).orElseThrow();
        this.decisions.record(caseNumber, task, outcome, reason.strip(), user);
        this.process.decided(task, user, outcome == LostContact.Outcome.NEW_ADDRESS);
    }

    private List<Participant> concerned(EmailAddress address) {
        List<Participant> contacts = this.participants.withContact(address);
        return contacts.isEmpty() ? this.participants.withDomain(address.domain()).stream().toList() : contacts;
    }

    private LostContact get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("lost contact", caseNumber));
    }

}
