package no.bits.tls;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.changepack.Ledger;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.participant.Participant;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static no.bits.tls.Patience.await;

/** Listed participants with real mailboxes, their cases, and a clock that moves. */
@BackOfficeTest
@Import({ TestClock.class, ListedParticipants.class })
public abstract class ParticipantScene {

    @Autowired
    protected TestMailServer.Mail mail;

    @Autowired
    protected TestClock.Movable clock;

    @Autowired
    protected ListedParticipants listed;

    @Autowired
    protected DomainList list;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected HistoryService history;

    @LocalServerPort
    protected int port;

    /** Moves the clock to the morning of a day, unless it is past that already. */
    protected void travelTo(LocalDate day) {
        Duration time = Duration.between(this.clock.instant(), OsloTime.morningOf(day)).plusMinutes(1);
        if (!time.isNegative()) {
            this.clock.forward(time);
        }
    }

    /** Waits for a mail to the administrative contact. */
    protected MimeMessage awaitMail(Participant participant, String subject) {
        return await().until(() -> mails(participant, subject), (found) -> !found.isEmpty()).get(0);
    }

    /** The mails to the administrative contact. */
    protected List<MimeMessage> mails(Participant participant, String subject) {
        return Letters.about(subject, this.mail.mailsTo(participant.administratorEmail().value()));
    }

    /** The open task of a case. */
    protected Optional<Task> task(String caseNumber, String task) {
        return Optional.ofNullable(this.tasks.createTaskQuery()
            .processInstanceBusinessKey(caseNumber)
            .taskDefinitionKey(task)
            .singleResult());
    }

    /** Waits for a task of a case, and claims it for a member of staff. */
    protected void awaitClaimed(String caseNumber, String task) {
        Task open = await().until(() -> task(caseNumber, task), Optional::isPresent).orElseThrow();
        this.tasks.claim(open.getId(), TestPeople.STAFF);
    }

    /** Waits until a case has passed an event. */
    protected void awaitEnd(String caseNumber, String event) {
        await().until(() -> passed(caseNumber), (passed) -> passed.contains(event));
    }

    /** The elements that a case has passed or stands at. */
    protected List<String> passed(String caseNumber) {
        return this.history.createHistoricActivityInstanceQuery()
            .processInstanceId(this.history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId())
            .list()
            .stream()
            .map(HistoricActivityInstance::getActivityId)
            .toList();
    }

}
