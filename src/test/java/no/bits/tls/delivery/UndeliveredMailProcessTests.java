package no.bits.tls.delivery;

import java.util.UUID;

import no.bits.tls.BackOfficeTest;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each path of {@code processes/undeliveredMail.bpmn}, for a receipt that was refused.
 */
@BackOfficeTest
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

    private UUID refusedReceipt() {
        this.mail.deliverSample("o02");
        UUID id = await().until(this::newestReceipt, (found) -> found.compareTo(new UUID(0, 0)) != 0);
        this.transaction.executeWithoutResult((status) -> {
            String concerns = this.jdbc
                .sql("update outbound_mail set state = 'FAILED', sent_at = null where id = ? returning case_number")
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
