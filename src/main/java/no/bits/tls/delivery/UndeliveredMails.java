package no.bits.tls.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.outbox.OutgoingMail;
import no.bits.tls.outbox.SentMail;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.Decisions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts every mail that did not arrive before a person, and does what the person says.
 */
@Service
@Transactional
class UndeliveredMails {

    private final UndeliveredMailRepository repository;

    private final UndeliveredMailProcess process;

    private final CaseNumbers caseNumbers;

    private final Decisions decisions;

    private final Outbox outbox;

    private final DeliveryHistory history;

    private final Participants participants;

    private final Clock clock;

    UndeliveredMails(UndeliveredMailRepository repository, UndeliveredMailProcess process, CaseNumbers caseNumbers,
            Decisions decisions, Outbox outbox, DeliveryHistory history, Participants participants, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.caseNumbers = caseNumbers;
        this.decisions = decisions;
        this.outbox = outbox;
        this.history = history;
        this.participants = participants;
        this.clock = clock;
    }

    /**
     * Has a person follow a mail up; where one does so already, the case learns what was
     * said now.
     * @param mail the mail
     * @param answer what a mail server said
     */
    void open(SentMail mail, String answer) {
        this.repository.findFirstByOutboundMailIdAndRemedyIsNull(mail.id())
            .ifPresentOrElse((known) -> this.repository.save(known.answered(answer)), () -> start(mail, answer));
    }

    FollowUpSheet sheet(CaseNumber caseNumber) {
        UndeliveredMail undelivered = get(caseNumber);
        OutgoingMail mail = this.outbox.mail(undelivered.outboundMailId());
        Optional<Participant> participant = this.participants.withDomain(new EmailAddress(mail.recipient()).domain());
        return new FollowUpSheet(caseNumber.value(), mail.id(), undelivered.concerns(), mail.recipient(),
                mail.subject(), mail.text(), mail.state(), undelivered.answer(), this.history.about(mail.id()),
                participant.map(Participant::organisation).orElse(null),
                participant.map(this.participants::tlsFailuresOf)
                    .orElse(List.of())
                    .stream()
                    .map((failure) -> Said.at(failure.noticedAt(), failure.said()))
                    .toList());
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

    private void start(SentMail mail, String answer) {
        CaseNumber caseNumber = this.caseNumbers.next();
        this.repository.save(UndeliveredMail.opened(caseNumber.value(), mail.id(), mail.caseNumber().value(), answer,
                this.clock.instant()));
        this.process.start(caseNumber, mail.recipient().domain().unicode());
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
     * @param reports what servers said about the mail, newest first
     * @param participant who has the recipient's domain on the list
     * @param tlsFailures our mails that could not go over TLS to the participant
     */
    record FollowUpSheet(String caseNumber, UUID mailId, String concerns, String recipient, String subject, String text,
            OutgoingMail.State state, String answer, List<Said> reports, @Nullable String participant,
            List<Said> tlsFailures) {
    }

}
