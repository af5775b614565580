package no.bits.tls.triage;

import java.time.Clock;
import java.util.Optional;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.MailPutAside;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.Decisions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts every mail that no case has before a person, and does what the person says. */
@Service
@Transactional
class MailTriages {

    private final MailTriageRepository repository;

    private final MailTriageProcess process;

    private final CaseNumbers caseNumbers;

    private final Decisions decisions;

    private final Inbox inbox;

    private final Clock clock;

    MailTriages(MailTriageRepository repository, MailTriageProcess process, CaseNumbers caseNumbers,
            Decisions decisions, Inbox inbox, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.caseNumbers = caseNumbers;
        this.decisions = decisions;
        this.inbox = inbox;
        this.clock = clock;
    }

    @EventListener
    void open(MailPutAside mail) {
        CaseNumber caseNumber = this.caseNumbers.next();
        this.repository
            .save(MailTriage.opened(caseNumber.value(), mail.mailId(), mail.sentence(), this.clock.instant()));
        this.process.start(caseNumber, this.inbox.senderOf(mail.mailId()).map(MailTriages::domainOf).orElse(""));
    }

    MailTriage get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("mail to sort", caseNumber));
    }

    TriageSheet sheet(CaseNumber caseNumber) {
        MailTriage triage = get(caseNumber);
        return TriageSheet.of(triage, this.inbox.guesses(triage.mailId()), this.inbox.mail(triage.mailId()).answers());
    }

    /**
     * Does what a person says a mail is.
     * @param toCase the case that it belongs to, where it is a reply
     */
    MailTriage sort(CaseNumber caseNumber, String user, Sorting sorting, Optional<CaseNumber> toCase) {
        String task = this.process.claimedSorting(caseNumber, user);
        MailTriage triage = get(caseNumber);
        MailTriage sorted = this.repository.save(triage.sorted(sorting, act(triage.mailId(), sorting, toCase)));
        this.decisions.record(caseNumber, task, sorting, "", user);
        this.process.sorted(task, user, sorting.isForUs());
        return sorted;
    }

    private static String domainOf(EmailAddress sender) {
        return sender.domain().unicode();
    }

    private @Nullable String act(long mailId, Sorting sorting, Optional<CaseNumber> toCase) {
        if (sorting.kind().isPresent()) {
            return this.inbox.claim(mailId, sorting.kind().get()).value();
        }
        switch (sorting) {
            case REPLY -> {
                CaseNumber answered = toCase.orElseThrow(TriageRefused::withoutCase);
                this.inbox.assign(mailId, answered);
                return answered.value();
            }
            case TRY_AGAIN -> this.inbox.retry(mailId);
            default -> this.inbox.dismiss(mailId);
        }
        return null;
    }

}
