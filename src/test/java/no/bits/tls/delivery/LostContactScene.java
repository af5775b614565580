package no.bits.tls.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestClock;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A bank whose administrator cannot be reached, by reports that other mail servers really
 * mail us on different days.
 */
@BackOfficeTest
@Import({ TestClock.class, OurMails.class })
abstract class LostContactScene {

    private static final AtomicInteger BANKS = new AtomicInteger();

    @Autowired
    TestClock.Movable clock;

    @Autowired
    OurMails ours;

    @Autowired
    LostContacts contacts;

    @Autowired
    UndeliveredMails mails;

    @Autowired
    Participants participants;

    @Autowired
    CaseNumbers caseNumbers;

    @Autowired
    Decisions decisions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestMailServer.Mail server;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    String domain = "";

    String administrator = "";

    @BeforeEach
    void anotherBankInTheMorning() {
        this.domain = "bank%d.example".formatted(BANKS.incrementAndGet());
        this.administrator = "tls@" + this.domain;
        Clock wall = this.clock.withZone(OsloTime.ZONE);
        var noon = LocalDate.now(wall).plusDays(1).atTime(12, 0).atZone(OsloTime.ZONE).toInstant();
        this.clock.forward(Duration.between(wall.instant(), noon));
    }

    Participant enrolled() {
        return enrolled(this.domain, this.administrator, "technical@" + this.domain);
    }

    Participant enrolled(String listed, String administratorEmail, String technicalEmail) {
        return this.participants.enrol(new NewParticipant(this.caseNumbers.next(), "Bank " + listed, null, "Kari Nord",
                new EmailAddress(administratorEmail), new EmailAddress(technicalEmail), "+4722000000",
                Set.of(new DomainName(listed)), true, LocalDate.of(2026, 11, 3)));
    }

    void nextDay() {
        this.clock.forward(Duration.ofDays(1));
    }

    CaseNumber openedCase() {
        this.ours.returned(this.ours.sentTo(this.administrator));
        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));
        return new CaseNumber(instance().getBusinessKey());
    }

    CaseNumber claimedCase() {
        CaseNumber caseNumber = openedCase();
        String task = this.tasks.createTaskQuery().processInstanceId(instance().getId()).singleResult().getId();
        this.tasks.claim(task, TestPeople.STAFF);
        return caseNumber;
    }

    ProcessInstance instance() {
        return this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(lost().get(lost().size() - 1))
            .singleResult();
    }

    List<String> lost() {
        return this.jdbc.sql("select case_number from lost_contact where lower(address) = lower(?) order by id")
            .param(this.administrator)
            .query(String.class)
            .list();
    }

    List<String> followUps() {
        return this.jdbc.sql("""
                select u.case_number from undelivered_mail u join outbound_mail m on m.id = u.outbound_mail_id
                where lower(m.recipient) = lower(?) order by u.id""")
            .param(this.administrator)
            .query(String.class)
            .list();
    }

}
