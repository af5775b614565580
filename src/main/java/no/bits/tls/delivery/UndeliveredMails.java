package no.bits.tls.delivery;

import java.time.Clock;
import java.util.UUID;

import no.bits.tls.outbox.MailFailed;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.outbox.OutgoingMail;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.Decisions;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts every mail that the outbox gave up before a person, and does what the person says.
 */
@Service
@Transactional
class UndeliveredMails {

    private final UndeliveredMailRepository repository;

    private final UndeliveredMailProcess process;

    private final CaseNumbers caseNumbers;

    private final Decisions decisions;

    private final Outbox outbox;

    private final Clock clock;

    UndeliveredMails(UndeliveredMailRepository repository, UndeliveredMailProcess process, CaseNumbers caseNumbers,
            Decisions decisions, Outbox outbox, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.caseNumbers = caseNumbers;
        this.decisions = decisions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void open(MailFailed mail) {
        CaseNumber caseNumber = this.caseNumbers.next();
        this.repository.save(UndeliveredMail.opened(caseNumber.value(), mail.id(), mail.caseNumber().value(),
                mail.answer(), this.clock.instant()));
        this.process.start(caseNumber, mail.recipient().domain().unicode());
    }

    FollowUpSheet sheet(CaseNumber caseNumber) {
        UndeliveredMail undelivered = get(caseNumber);
        OutgoingMail mail = this.outbox.mail(undelivered.outboundMailId());
        return new FollowUpSheet(caseNumber.value(), mail.id(), undelivered.concerns(), mail.recipient(),
                mail.subject(), mail.text(), mail.state(), undelivered.answer());
    }

    void followUp(CaseNumber caseNumber, String user, Remedy remedy, String reason) {
        if (remedy == Remedy.SETTLED_OTHERWISE && reason.isBlank()) {
            throw DeliveryRefused.reasonNeeded();
        }
        String task = this.process.claimedFollowUp(caseNumber, user);
        UndeliveredMail mail = this.repository.save(get(caseNumber).remedied(remedy));
        if (remedy == Remedy.COUNTED_AS_DELIVERED && !this.outbox.countAsDelivered(mail.outboundMailId())) {
            throw DeliveryRefused.notInTrouble();
        }
        this.decisions.record(caseNumber, task, remedy, reason.strip(), user);
        this.process.followedUp(task, user, remedy == Remedy.SENT_AGAIN);
    }

    void sendAgain(CaseNumber caseNumber) {
        this.outbox.sendAgain(get(caseNumber).outboundMailId());
    }

    private UndeliveredMail get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("undelivered mail", caseNumber));
    }

    /**
     * What the form in Tasklist shows.
     *
     * @param mailId the mail that did not arrive
     * @param concerns the case that the mail belongs to
     */
    record FollowUpSheet(String caseNumber, UUID mailId, String concerns, String recipient, String subject, String text,
            OutgoingMail.State state, String answer) {
    }

}
