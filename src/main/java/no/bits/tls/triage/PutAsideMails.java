package no.bits.tls.triage;

import java.util.Optional;

import no.bits.tls.inbox.Inbox;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.OpenTask;
import no.bits.tls.workflow.StaffTasks;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person does in the mail room about a mail that was put aside; never behind the
 * back of an open task to sort it.
 */
@Service
@Transactional
class PutAsideMails {

    private final MailTriageRepository triages;

    private final StaffTasks tasks;

    private final Inbox inbox;

    PutAsideMails(MailTriageRepository triages, StaffTasks tasks, Inbox inbox) {
        this.triages = triages;
        this.tasks = tasks;
        this.inbox = inbox;
    }

    /** Where the mail waits to be sorted, or nowhere. */
    Optional<OpenTask> waiting(long mailId) {
        return this.triages.findFirstByMailIdAndSortingIsNull(mailId)
            .map((triage) -> this.tasks.open(new CaseNumber(triage.caseNumber()), MailTriageProcess.SORTING));
    }

    void act(long mailId, PutAsideAct act, String user) {
        this.triages.findFirstByMailIdAndSortingIsNull(mailId).ifPresent((triage) -> {
            throw TriageRefused.waitsInTask(triage.caseNumber());
        });
        switch (act) {
            case TAKE_IN -> this.inbox.takeIn(mailId, user);
            case TRY_AGAIN -> this.inbox.retry(mailId, user);
            case DISMISS -> this.inbox.dismiss(mailId, user);
        }
    }

}
