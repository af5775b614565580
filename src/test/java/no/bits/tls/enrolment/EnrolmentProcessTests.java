package no.bits.tls.enrolment;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decision;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static no.bits.tls.Patience.await;

/** Each path of {@code processes/enrolment.bpmn}, from a mail that really arrives. */
@BackOfficeTest
class EnrolmentProcessTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    EnrolmentReview review;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void assertOnThisEngine() {
        ProcessEngineTests.init(this.engine);
    }

    @AfterEach
    void reset() {
        ProcessEngineTests.reset();
    }

    @Test
    void anApprovedEnrolmentIsListed() {
        ProcessInstance instance = inReview("o03");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        claim(instance);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "");

        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded());
        ProcessEngineTests.assertThat(instance)
            .hasPassedInOrder("startEvent_formsReceived", "serviceTask_sendReceipt", "serviceTask_readForms",
                    "userTask_reviewEnrolment", "gateway_decision", "serviceTask_listDomains",
                    "serviceTask_sendConfirmation", "endEvent_domainsListed");
        ProcessEngineTests.assertThat(instance).hasNotPassed("serviceTask_sendRefusal");
        assertThat(this.decisions.of(caseNumber)).extracting(Decision::outcome, Decision::decidedBy)
            .containsExactly(tuple("APPROVED", TestPeople.STAFF));
    }

    @Test
    void aDeclinedEnrolmentIsNeverListed() {
        ProcessInstance instance = inReview("o15");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        claim(instance);
        this.review.decline(caseNumber, TestPeople.STAFF, form(caseNumber), "Adressen er personlig.");

        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded());
        ProcessEngineTests.assertThat(instance)
            .hasPassedInOrder("userTask_reviewEnrolment", "gateway_decision", "serviceTask_sendRefusal",
                    "endEvent_enrolmentDeclined");
        ProcessEngineTests.assertThat(instance).hasNotPassed("serviceTask_listDomains");
        assertThat(this.jdbc.sql("select count(*) from domain_list_entry where domain = 'oyenstikkersparebank.example'")
            .query(Long.class)
            .single()).isZero();
    }

    @Test
    void aMissingFormNeedsAReasonAndTheMissingValuesBeforeItIsListed() {
        ProcessInstance instance = inReview("o09");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        claim(instance);
        Map<FormField, String> form = form(caseNumber);
        assertThatExceptionOfType(EnrolmentRefused.class)
            .isThrownBy(() -> this.review.approve(caseNumber, TestPeople.STAFF, form, ""))
            .withMessageContaining("Administrator, e-post");
        form.putAll(Map.of(FormField.ADMINISTRATOR_EMAIL, "tls@steinskvettverdipapirfond.example",
                FormField.TECHNICAL_EMAIL, "post@steinskvettverdipapirfond.example", FormField.INBOUND_ENFORCEMENT,
                "Nei", FormField.ENROLMENT_DATE, "2026-11-11"));
        assertThatExceptionOfType(EnrolmentRefused.class)
            .isThrownBy(() -> this.review.approve(caseNumber, TestPeople.STAFF, form, ""))
            .withMessageContaining("Skriv en begrunnelse")
            .withMessageContaining("Vedlegg 2");
        this.review.approve(caseNumber, TestPeople.STAFF, form, "Opplysningene er gitt på telefon.");
        await()
            .untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_domainsListed"));
    }

    @Test
    void onlyWhoHasClaimedTheReviewDecides() {
        ProcessInstance instance = inReview("o06");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        assertThatExceptionOfType(EnrolmentRefused.class)
            .isThrownBy(() -> this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "Fordi"))
            .withMessageContaining("ikke din");
        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_reviewEnrolment");
    }

    @Test
    void noTaskIsCompletedWithoutADecision() {
        Task task = claim(inReview("o08"));
        assertThatExceptionOfType(ProcessEngineException.class)
            .isThrownBy(() -> this.tasks.complete(task.getId(), Map.of("decision", "APPROVED")))
            .withMessageContaining("Bruk knappene i skjemaet");
    }

    private ProcessInstance inReview(String sample) {
        String messageId = this.mail.deliverSample(sample);
        return await().until(() -> instanceOf(messageId), Optional::isPresent).orElseThrow();
    }

    private Optional<ProcessInstance> instanceOf(String messageId) {
        return this.jdbc.sql("""
                select case_number from inbound_mail
                where position(convert_to(?, 'UTF8') in raw) > 0 and case_number is not null""")
            .param(messageId)
            .query(String.class)
            .optional()
            .map((key) -> this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult())
            .filter((instance) -> task(instance) != null);
    }

    private @Nullable Task task(ProcessInstance instance) {
        return this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private Task claim(ProcessInstance instance) {
        Task task = Objects.requireNonNull(task(instance));
        this.tasks.claim(task.getId(), TestPeople.STAFF);
        return task;
    }

    private Map<FormField, String> form(CaseNumber caseNumber) {
        return this.review.sheet(caseNumber)
            .fields()
            .stream()
            .collect(Collectors.toMap(ReviewSheet.Field::name, ReviewSheet.Field::value));
    }

}
