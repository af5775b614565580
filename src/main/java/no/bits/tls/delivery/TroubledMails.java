package no.bits.tls.delivery;

import java.util.Optional;
import java.util.UUID;

import no.bits.tls.outbox.Outbox;
import no.bits.tls.outbox.OutgoingMail;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;
import no.bits.tls.workflow.OpenTask;
import no.bits.tls.workflow.StaffTasks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person does in the mail room about a mail of ours that is in trouble; never
 * behind the back of an open task to follow it up.
 */
@Service
@Transactional
class TroubledMails {

    private final UndeliveredMailRepository undelivered;

    private final StaffTasks tasks;

    private final Decisions decisions;

    private final Outbox outbox;

    TroubledMails(UndeliveredMailRepository undelivered, StaffTasks tasks, Decisions decisions, Outbox outbox) {
        this.undelivered = undelivered;
        this.tasks = tasks;
        this.decisions = decisions;
        this.outbox = outbox;
    }

    /** Where the mail waits to be followed up, or nowhere. */
    Optional<OpenTask> waiting(UUID id) {
        return this.undelivered.findFirstByOutboundMailIdAndRemedyIsNull(id)
            .map((mail) -> this.tasks.open(new CaseNumber(mail.caseNumber()), UndeliveredMailProcess.FOLLOW_UP));
    }

    void act(UUID id, Remedy remedy, String user) {
        this.undelivered.findFirstByOutboundMailIdAndRemedyIsNull(id).ifPresent((mail) -> {
            throw DeliveryRefused.waitsInTask(mail.caseNumber());
        });
        OutgoingMail mail = this.outbox.mail(id);
        boolean done = switch (remedy) {
            case SENT_AGAIN -> this.outbox.sendAgain(id);
            case COUNTED_AS_DELIVERED -> this.outbox.countAsDelivered(id);
            case SETTLED_OTHERWISE -> false;
        };
        if (!done) {
            throw DeliveryRefused.notInTrouble();
        }
        this.decisions.record(new CaseNumber(mail.caseNumber()), "mail " + id, remedy, "", user);
    }

}
