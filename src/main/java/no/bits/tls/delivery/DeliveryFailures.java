package no.bits.tls.delivery;

import java.time.Clock;
import java.util.Optional;

import no.bits.tls.outbox.DeliveryReport;
import no.bits.tls.outbox.DeliveryReport.Action;
import no.bits.tls.outbox.MailFailed;
import no.bits.tls.outbox.MailReturned;
import no.bits.tls.outbox.SentMail;
import no.bits.tls.participant.Participants;
import no.bits.tls.participant.TlsFailure;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears what became of our mails and says who has to do something: a person follows up
 * each mail that did not arrive, unless its recipient turns out to be nobody any more;
 * then a person finds a new contact instead.
 */
@Component
@Transactional
class DeliveryFailures {

    private final DeliveryHistory history;

    private final UndeliveredMails mails;

    private final LostContacts contacts;

    private final Participants participants;

    private final Clock clock;

    DeliveryFailures(DeliveryHistory history, UndeliveredMails mails, LostContacts contacts, Participants participants,
            Clock clock) {
        this.history = history;
        this.mails = mails;
        this.contacts = contacts;
        this.participants = participants;
        this.clock = clock;
    }

    /** Our mail server gave a mail up. */
    @EventListener
    void refused(MailFailed failed) {
        SentMail mail = new SentMail(failed.id(), failed.caseNumber(), failed.recipient());
        this.history.lock(mail.recipient());
        Optional<DeliveryReport> report = DeliveryReport.ofRefusal(failed.answer());
        report.ifPresent((refusal) -> note(mail, refusal));
        followUp(mail, failed.answer(), report.map(DeliveryReport::isDeadAddress).orElse(false));
    }

    /** Another server told about a mail that ours had taken. */
    @EventListener
    void returned(MailReturned returned) {
        this.history.lock(returned.mail().recipient());
        note(returned.mail(), returned.report());
        if (returned.report().action() == Action.FAILED) {
            followUp(returned.mail(), returned.report().line(), returned.report().isDeadAddress());
        }
    }

    private void note(SentMail mail, DeliveryReport report) {
        this.history.add(mail, report);
        if (report.isTlsFailure()) {
            this.participants.noteTlsFailure(new TlsFailure(mail.recipient().domain(), this.clock.instant(), mail.id(),
                    report.cause(), report.line()));
        }
    }

    private void followUp(SentMail mail, String answer, boolean deadAddress) {
        if (!deadAddress || !this.contacts.lost(mail)) {
            this.mails.open(mail, answer);
        }
    }

}
