package no.bits.tls.delivery;

import java.util.List;
import java.util.UUID;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestClock;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.MailFailed;
import no.bits.tls.outbox.OutgoingMail;
import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each path of {@code processes/undeliveredMail.bpmn}, for mails that were refused or
 * came back.
 */
@BackOfficeTest
@Import({ TestClock.class, OurMails.class })
class UndeliveredMailProcessTests {

    private static final EmailAddress RECIPIENT = new EmailAddress("solvi.ovingsas@gramake-sparebank.example");

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    UndeliveredMails mails;

    @Autowired
    OurMails ours;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailSentAgainArrives() {
        UUID receipt = refusedReceipt();
        ProcessInstance instance = instanceFor(receipt);
        CaseNumber caseNumber = claimed(instance);
        int before = this.mail.mailsTo(RECIPIENT.value()).size();
        assertThat(this.mails.sheet(caseNumber).answer()).isEqualTo("550 5.1.1 No such user");
        assertThat(this.mails.sheet(caseNumber).state()).isEqualTo(OutgoingMail.State.FAILED);

        this.mails.followUp(caseNumber, TestPeople.STAFF, Remedy.SENT_AGAIN, "");

        await().untilAsserted(
                () -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_mailQueuedAgain"));
        await().untilAsserted(() -> assertThat(this.mail.mailsTo(RECIPIENT.value())).hasSize(before + 1));
    }

    @Test
    void whatIsSettledOtherwiseNeedsAWordAboutHow() {
        ProcessInstance instance = instanceFor(refusedReceipt());
        CaseNumber caseNumber = claimed(instance);
        assertThatExceptionOfType(DeliveryRefused.class)
            .isThrownBy(() -> this.mails.followUp(caseNumber, TestPeople.STAFF, Remedy.SETTLED_OTHERWISE, " "));
        this.mails.followUp(caseNumber, TestPeople.STAFF, Remedy.SETTLED_OTHERWISE, "Ringt.");
        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance)
            .isEnded()
            .hasPassed("endEvent_settledOtherwise")
            .hasNotPassed("serviceTask_sendMailAgain"));
    }

    @Test
    void aMailThatComesBackIsFollowedUpOnceHoweverManyReportsCome() {
        UUID mail = this.ours.sentTo("borte@gramake-sparebank.example");
        this.ours.reported(mail, "delayed", "4.4.1", "421 4.4.1 Connection timed out");
        assertThat(cases(mail)).isEmpty();
        this.ours.reported(mail, "failed", "5.7.1", "550 5.7.1 blocked");
        this.ours.reported(mail, "failed", "5.2.2", "552 5.2.2 Mailbox full");
        this.ours.reported(mail, "relayed", "2.0.0", "250 2.0.0 passed on");

        assertThat(cases(mail)).hasSize(1);
        CaseNumber caseNumber = claimed(instanceFor(mail));
        UndeliveredMails.FollowUpSheet sheet = this.mails.sheet(caseNumber);
        assertThat(sheet.state()).isEqualTo(OutgoingMail.State.RETURNED);
        assertThat(sheet.answer()).isEqualTo("552 5.2.2 Mailbox full (mx.fjordbanken.example)");
        assertThat(sheet.reports()).hasSize(4);

        this.mails.followUp(caseNumber, TestPeople.STAFF, Remedy.SENT_AGAIN, "");
        await().untilAsserted(() -> assertThat(this.mail.mailsTo("borte@gramake-sparebank.example")).hasSize(2));
        this.ours.reported(mail, "failed", "5.2.2", "552 5.2.2 Mailbox still full");
        assertThat(cases(mail)).hasSize(2);
    }

    @Test
    void aMailInDoubtThatIsThenRefusedIsFollowedUpOnce() {
        UUID mail = this.ours.sentTo("kanskje@gramake-sparebank.example");
        this.ours.refused(mail, "No answer after the final dot");
        this.ours.refused(mail, "550 5.7.1 blocked");
        assertThat(cases(mail)).hasSize(1);
        assertThat(this.mails.sheet(new CaseNumber(cases(mail).get(0))).answer()).isEqualTo("550 5.7.1 blocked");
    }

    private List<String> cases(UUID mail) {
        return this.jdbc.sql("select case_number from undelivered_mail where outbound_mail_id = ?")
            .param(mail)
            .query(String.class)
            .list();
    }

    private UUID refusedReceipt() {
        this.mail.deliverSample("o02");
        UUID id = await().until(this::newestReceipt, (found) -> found.compareTo(new UUID(0, 0)) != 0);
        this.transaction.executeWithoutResult((status) -> {
            String concerns = this.jdbc.sql("""
                    update delivery set state = 'FAILED', sent_at = null from letter
                    where letter.id = delivery.id and letter.id = ? returning case_number""")
                .param(id)
                .query(String.class)
                .single();
            this.events.publishEvent(new MailFailed(id, new CaseNumber(concerns), "enrolment-receipt", RECIPIENT,
                    "550 5.1.1 No such user"));
        });
        return id;
    }

    private UUID newestReceipt() {
        return this.jdbc.sql("""
                select id from outbound_mail m where recipient = ? and state = 'SENT'
                and not exists (select from undelivered_mail u where u.outbound_mail_id = m.id)""")
            .param(RECIPIENT.value())
            .query(UUID.class)
            .optional()
            .orElse(new UUID(0, 0));
    }

    private ProcessInstance instanceFor(UUID mailId) {
        String caseNumber = this.jdbc.sql("select case_number from undelivered_mail where outbound_mail_id = ?")
            .param(mailId)
            .query(String.class)
            .single();
        return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).singleResult();
    }

    private CaseNumber claimed(ProcessInstance instance) {
        String task = this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId();
        this.tasks.claim(task, TestPeople.STAFF);
        return new CaseNumber(instance.getBusinessKey());
    }

}
