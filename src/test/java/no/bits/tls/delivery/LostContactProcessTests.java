package no.bits.tls.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestClock;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.participant.TlsFailure;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Each path of {@code processes/lostContact.bpmn}, and what opens it, from reports that
 * other mail servers really mail us on different days.
 */
@BackOfficeTest
@Import({ TestClock.class, OurMails.class })
class LostContactProcessTests {

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

    private String domain = "";

    private String administrator = "";

    @BeforeEach
    void anotherBankInTheMorning() {
        this.domain = "bank%d.example".formatted(BANKS.incrementAndGet());
        this.administrator = "tls@" + this.domain;
        Clock wall = this.clock.withZone(OsloTime.ZONE);
        var noon = LocalDate.now(wall).plusDays(1).atTime(12, 0).atZone(OsloTime.ZONE).toInstant();
        this.clock.forward(Duration.between(wall.instant(), noon));
    }

    @Test
    void anAddressThatIsNoneOnTwoDaysOpensOneCase() {
        enrolled();
        UUID first = this.ours.sentTo(this.administrator);
        this.ours.returned(first);
        this.ours.returned(first);
        assertThat(followUps()).hasSize(1);
        UUID second = this.ours.sentTo(this.administrator);
        this.ours.refused(second, "550 5.1.1 No such user");
        assertThat(followUps()).hasSize(2);
        assertThat(lost()).isEmpty();

        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator.replace("tls@", "TLS@")));
        this.ours.refused(this.ours.sentTo(this.administrator), "550 5.1.1 No such user");
        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));

        assertThat(lost()).hasSize(1);
        assertThat(followUps()).hasSize(2);
        assertThat(this.runtime.getVariables(instance().getId())).containsEntry("organisation", "Bank " + this.domain)
            .containsEntry("domain", this.domain);
    }

    @Test
    void aMovedClockWithinOneDayInOsloIsNotAnotherDay() {
        this.ours.returned(this.ours.sentTo(this.administrator));
        this.clock.forward(Duration.ofHours(11));
        this.ours.returned(this.ours.sentTo(this.administrator));
        assertThat(lost()).isEmpty();
        this.clock.forward(Duration.ofHours(2));
        this.ours.refused(this.ours.sentTo(this.administrator), "550 5.1.1 No such user");
        assertThat(lost()).hasSize(1);
    }

    @Test
    void whatIsNoDeadAddressNeverOpensOneHoweverOften() {
        for (String words : List.of("452 4.2.2 Mailbox full", "550 5.7.1 blocked", "403 4.7.0 TLS handshake failed")) {
            this.ours.reported(this.ours.sentTo(this.administrator), "failed", "5.0.0", words);
            nextDay();
        }
        assertThat(lost()).isEmpty();
        assertThat(followUps()).hasSize(3);
    }

    @Test
    void theFormShowsAllThatIsKnown() {
        enrolled();
        this.ours.reported(this.ours.sentTo("technical@" + this.domain), "delayed", "4.7.5",
                "Server certificate not trusted");
        CaseNumber caseNumber = claimedCase();
        ContactSheet sheet = this.contacts.sheet(caseNumber);
        assertThat(sheet.replaceable()).isTrue();
        assertThat(sheet.participants()).singleElement().satisfies((card) -> {
            assertThat(card.organisation()).isEqualTo("Bank " + this.domain);
            assertThat(card.role()).isEqualTo(ContactRole.ADMINISTRATOR);
            assertThat(card.technicalPhone()).isEqualTo("+4722000000");
            assertThat(card.domains()).containsExactly(this.domain);
            assertThat(card.tlsFailures()).extracting(Said::words)
                .containsExactly("Server certificate not trusted (mx.fjordbanken.example)");
        });
        assertThat(sheet.reports()).extracting(Said::words)
            .containsOnly("550 5.1.1 User unknown (mx.fjordbanken.example)")
            .hasSize(2);
        assertThat(sheet.mails()).hasSize(2).allSatisfy((mail) -> assertThat(mail.state()).hasToString("RETURNED"));
    }

    @Test
    void aNewAddressIsRegisteredAndBothContactsAreTold() {
        Participant bank = enrolled();
        CaseNumber caseNumber = claimedCase();
        ProcessInstance instance = instance();
        String found = "post@" + this.domain;
        this.contacts.found(caseNumber, TestPeople.STAFF, " mailto:" + found + " ", "Ringte sentralbordet.");

        await().untilAsserted(
                () -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_contactChanged"));
        Participant changed = this.participants.find(bank.id()).orElseThrow();
        assertThat(changed.administratorEmail()).hasToString(found);
        assertThat(changed.technicalEmail()).isEqualTo(bank.technicalEmail());
        await().untilAsserted(() -> assertThat(Stream.of(found, bank.technicalEmail().value()))
            .allSatisfy((contact) -> assertThat(this.server.mailsTo(contact)).hasSize(1)));
        assertThat(this.decisions.of(caseNumber)).extracting(Decision::outcome, Decision::reason, Decision::decidedBy)
            .containsExactly(tuple("NEW_ADDRESS", "Ringte sentralbordet.", TestPeople.STAFF));
    }

    @Test
    void whoIsContactOfSeveralIsReplacedForAll() {
        this.administrator = "drift@" + this.domain;
        Participant one = enrolled("a." + this.domain, this.administrator, this.administrator);
        Participant other = enrolled("b." + this.domain, "tls@b." + this.domain, this.administrator);
        CaseNumber caseNumber = claimedCase();
        assertThat(this.contacts.sheet(caseNumber).participants()).extracting(ContactSheet.Card::role)
            .containsExactly(ContactRole.BOTH, ContactRole.TECHNICAL);
        this.contacts.found(caseNumber, TestPeople.STAFF, "vakt@" + this.domain, "Ringt.");
        await().untilAsserted(() -> {
            assertThat(this.participants.find(one.id()).orElseThrow().administratorEmail())
                .hasToString("vakt@" + this.domain);
            assertThat(this.participants.find(other.id()).orElseThrow().technicalEmail())
                .hasToString("vakt@" + this.domain);
            assertThat(this.server.mailsTo("vakt@" + this.domain)).hasSize(2);
            assertThat(this.server.mailsTo("tls@b." + this.domain)).hasSize(1);
        });
    }

    @Test
    void whatIsSettledOtherwiseChangesNothingAndTheDaysAreCountedAnew() {
        Participant bank = enrolled();
        CaseNumber caseNumber = claimedCase();
        ProcessInstance instance = instance();
        this.contacts.settleOtherwise(caseNumber, TestPeople.STAFF, "Adressen virker igjen fra i morgen.");
        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance)
            .isEnded()
            .hasPassed("endEvent_contactSettledOtherwise")
            .hasNotPassed("serviceTask_changeContact"));
        assertThat(this.participants.find(bank.id())).hasValue(bank);

        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));
        assertThat(lost()).hasSize(1);
        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));
        assertThat(lost()).hasSize(2);
    }

    @Test
    void noDecisionWithoutAReasonOrAnAddressThatIsOneAndNew() {
        enrolled();
        CaseNumber caseNumber = claimedCase();
        for (String address : List.of("", "ola", "a@b.example, c@d.example", "x@y.example\r\nBcc: z@w.example",
                this.administrator.toUpperCase(java.util.Locale.ROOT))) {
            assertThatExceptionOfType(LostContactRefused.class)
                .isThrownBy(() -> this.contacts.found(caseNumber, TestPeople.STAFF, address, "Ringt."));
        }
        assertThatExceptionOfType(LostContactRefused.class)
            .isThrownBy(() -> this.contacts.found(caseNumber, TestPeople.STAFF, "ny@" + this.domain, " "));
        assertThatExceptionOfType(LostContactRefused.class)
            .isThrownBy(() -> this.contacts.settleOtherwise(caseNumber, TestPeople.STAFF, ""));
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.contacts.settleOtherwise(caseNumber, TestPeople.ADMIN, "Ikke min oppgave."));
        assertThat(this.decisions.of(caseNumber)).isEmpty();
    }

    @Test
    void whoIsNobodysContactCanOnlyBeSettledOtherwise() {
        CaseNumber caseNumber = claimedCase();
        ContactSheet sheet = this.contacts.sheet(caseNumber);
        assertThat(sheet.replaceable()).isFalse();
        assertThat(sheet.participants()).isEmpty();
        assertThat(sheet.concerns().caseNumber()).startsWith("TLS-");
        assertThatExceptionOfType(LostContactRefused.class)
            .isThrownBy(() -> this.contacts.found(caseNumber, TestPeople.STAFF, "ny@" + this.domain, "Ringt."))
            .withMessageContaining("Ordnet på annen måte");
    }

    @Test
    void aTlsFailureOfOurMailIsKeptOnTheParticipantAndShown() {
        Participant bank = enrolled();
        UUID mail = this.ours.sentTo(this.administrator);
        this.ours.reported(mail, "delayed", "4.7.5", "Server certificate not trusted");
        assertThat(followUps()).isEmpty();
        this.ours.refused(mail, "454 4.7.0 TLS handshake failed");

        assertThat(this.participants.tlsFailuresOf(bank))
            .extracting(TlsFailure::outboundMailId, TlsFailure::domain, TlsFailure::status, TlsFailure::said)
            .containsExactly(tuple(mail, new DomainName(this.domain), "4.7.0", "454 4.7.0 TLS handshake failed"),
                    tuple(mail, new DomainName(this.domain), "4.7.5",
                            "Server certificate not trusted (mx.fjordbanken.example)"));
        UndeliveredMails.FollowUpSheet sheet = this.mails.sheet(new CaseNumber(followUps().get(0)));
        assertThat(sheet.participant()).isEqualTo(bank.organisation());
        assertThat(sheet.tlsFailures()).hasSize(2);
        assertThat(sheet.reports()).hasSize(2);
        assertThat(lost()).isEmpty();
    }

    @Test
    void theDeskTakesTheNewAddressOverTheWeb() {
        enrolled();
        CaseNumber caseNumber = claimedCase();
        String path = "/desk/contacts/" + caseNumber;
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        assertThat(staff.get(path).body()).contains("\"address\":\"" + this.administrator + "\"");
        assertThat(staff.send("POST", path + "/address", "{}").statusCode()).isEqualTo(400);
        assertThat(staff.send("POST", path + "/address", "{\"address\":\"nei\",\"reason\":\"Ringt.\"}").statusCode())
            .isEqualTo(409);
        String body = "{\"address\":\"ny@%s\",\"reason\":\"Ringt.\"}".formatted(this.domain);
        assertThat(staff.sendFromAnotherSite("POST", path + "/address", body).statusCode()).isEqualTo(403);
        assertThat(WebSession.ofNobody(this.port).send("POST", path + "/address", body).statusCode()).isEqualTo(401);
        assertThat(staff.send("POST", path + "/address", body).statusCode()).isEqualTo(204);
        assertThat(staff.send("POST", path + "/settlement", "{\"reason\":\"Igjen.\"}").statusCode()).isEqualTo(409);
    }

    private Participant enrolled() {
        return enrolled(this.domain, this.administrator, "technical@" + this.domain);
    }

    private Participant enrolled(String listed, String administratorEmail, String technicalEmail) {
        return this.participants.enrol(new NewParticipant(this.caseNumbers.next(), "Bank " + listed, null, "Kari Nord",
                new EmailAddress(administratorEmail), new EmailAddress(technicalEmail), "+4722000000",
                Set.of(new DomainName(listed)), true, LocalDate.of(2026, 11, 3)));
    }

    private void nextDay() {
        this.clock.forward(Duration.ofDays(1));
    }

    private CaseNumber claimedCase() {
        this.ours.returned(this.ours.sentTo(this.administrator));
        nextDay();
        this.ours.returned(this.ours.sentTo(this.administrator));
        String task = this.tasks.createTaskQuery().processInstanceId(instance().getId()).singleResult().getId();
        this.tasks.claim(task, TestPeople.STAFF);
        return new CaseNumber(instance().getBusinessKey());
    }

    private ProcessInstance instance() {
        return this.runtime.createProcessInstanceQuery()
            .processInstanceBusinessKey(lost().get(lost().size() - 1))
            .singleResult();
    }

    private List<String> lost() {
        return this.jdbc.sql("select case_number from lost_contact where lower(address) = lower(?) order by id")
            .param(this.administrator)
            .query(String.class)
            .list();
    }

    private List<String> followUps() {
        return this.jdbc.sql("""
                select u.case_number from undelivered_mail u join outbound_mail m on m.id = u.outbound_mail_id
                where lower(m.recipient) = lower(?) order by u.id""")
            .param(this.administrator)
            .query(String.class)
            .list();
    }

}
