package no.bits.tls.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.document.FormField;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static no.bits.tls.Patience.await;

/** Each path of {@code processes/enrolment.bpmn}, from a mail that really arrives. */
@BackOfficeTest
class EnrolmentProcessTests {

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

    @Autowired
    Participants participants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FilterService filters;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void anApprovedEnrolmentIsListed() {
        ProcessInstance instance = inReview("o03");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        claim(instance);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "");

        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded());
        ProcessEngineTests.assertThat(instance)
            .hasPassedInOrder("startEvent_formsReceived", "serviceTask_sendReceipt", "serviceTask_readForms",
                    "gateway_moreNeeded", "endEvent_formsRead", "userTask_reviewEnrolment", "gateway_decision",
                    "serviceTask_listDomains", "gateway_domainsFree", "serviceTask_sendConfirmation",
                    "endEvent_domainsListed");
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
    void missingFormsNeedAReasonAndTheMissingValuesBeforeTheyAreListed() {
        ProcessInstance instance = inReview("o16");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        claim(instance);
        Map<FormField, String> form = form(caseNumber);
        form.putAll(Map.of(FormField.ORGANISATION, "Vendehals Sparebank", FormField.DOMAIN, "vendehals.example",
                FormField.TECHNICAL_EMAIL, "post@vendehals.example", FormField.INBOUND_ENFORCEMENT, "Nei",
                FormField.ENROLMENT_DATE, "2026-11-11"));
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.review.approve(caseNumber, TestPeople.STAFF, form, ""))
            .withMessageContaining("Administrator, e-post");
        form.put(FormField.ADMINISTRATOR_EMAIL, "tls@vendehals.example");
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.review.approve(caseNumber, TestPeople.STAFF, form, ""))
            .withMessageContaining("Skriv en begrunnelse")
            .withMessageContaining("Vedlegg 1");
        this.review.approve(caseNumber, TestPeople.STAFF, form, "Opplysningene er gitt på telefon.");
        await()
            .untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_domainsListed"));
    }

    @Test
    void domainsThatSomebodyElseGotMeanwhileAreReviewedAgain() {
        ProcessInstance instance = inReview("o14");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        Task first = claim(instance);
        Map<FormField, String> form = form(caseNumber);
        form.put(FormField.DOMAIN, "omstridt.example");
        this.transaction.executeWithoutResult((status) -> {
            this.participants.enrol(rival("omstridt.example"));
            CompletableFuture.runAsync(() -> this.review.approve(caseNumber, TestPeople.STAFF, form, "Avklart."))
                .join();
        });

        await().until(() -> Optional.ofNullable(task(instance)).filter((task) -> !task.getId().equals(first.getId())),
                Optional::isPresent);
        ProcessEngineTests.assertThat(instance)
            .isWaitingAt("userTask_reviewEnrolment")
            .hasPassed("serviceTask_listDomains")
            .hasNotPassed("serviceTask_sendConfirmation");
        assertThat(this.review.sheet(caseNumber).findings().toString()).contains("omstridt.example");
        claim(instance);
        this.review.decline(caseNumber, TestPeople.STAFF, form, "Domenet står på listen for en annen.");
        await().untilAsserted(
                () -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_enrolmentDeclined"));
        assertThat(this.jdbc.sql("select requirement from enrolment_refusal where case_number = ?")
            .param(caseNumber.value())
            .query(String.class)
            .list()).contains("5.1.4");
    }

    @Test
    void whoSavesWhatSomebodyElseJustChangedIsTold() {
        ProcessInstance instance = inReview("o10");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        claim(instance);
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        var answer = this.transaction.execute((status) -> {
            this.jdbc.sql("update enrolment set version = version + 1 where case_number = ?")
                .param(caseNumber.value())
                .update();
            var saving = CompletableFuture
                .supplyAsync(() -> staff.send("PUT", "/desk/enrolments/" + caseNumber.value() + "/form", "{}"));
            await().until(() -> saving.isDone() || somebodyWaitsForUs());
            return saving;
        }).join();
        assertThat(answer.body()).contains("Noen andre endret saken");
        assertThat(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void onlyWhoHasClaimedTheReviewDecides() {
        ProcessInstance instance = inReview("o06");
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        assertThatExceptionOfType(CaseRefused.class)
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

    @Test
    void aReviewIsDueThreeWorkingDaysLaterAndBearsTheNameOfTheReadersLanguage() {
        LocalDate today = LocalDate.ofInstant(this.clock.instant(), OsloTime.ZONE);
        Task task = Objects.requireNonNull(task(inReview("o05")));
        assertThat(task.getDueDate().toInstant())
            .isEqualTo(WorkingDays.after(today, 3).atTime(16, 0).atZone(OsloTime.ZONE).toInstant());
        assertThat(task.getPriority()).isEqualTo(50);
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        String path = "/camunda/api/engine/engine/default/task/" + task.getId();
        assertThat(staff.in("nb").get(path).body()).contains("Vurder innmelding");
        assertThat(staff.in("en").get(path).body()).contains("Review enrolment");
    }

    @Test
    void aTaskThatShouldHaveBeenDoneIsInTheListOfThose() {
        Task task = Objects.requireNonNull(task(inReview("o07")));
        Supplier<List<Task>> overdue = () -> this.filters
            .list(this.filters.createTaskFilterQuery().filterName("Overdue").singleResult().getId());
        assertThat(overdue.get()).extracting(Task::getId).doesNotContain(task.getId());
        task.setDueDate(Date.from(this.clock.instant().minusSeconds(60)));
        this.tasks.saveTask(task);
        assertThat(overdue.get()).extracting(Task::getId).contains(task.getId());
    }

    private boolean somebodyWaitsForUs() {
        return this.jdbc
            .sql("select exists (select from pg_locks where transactionid = pg_current_xact_id()::xid"
                    + " and not granted)")
            .query(Boolean.class)
            .single();
    }

    private static NewParticipant rival(String domain) {
        return new NewParticipant(new CaseNumber("TLS-2020-00001"), "Konkurrentbanken", null, "Kari Prøvemo",
                new EmailAddress("tls@" + domain), new EmailAddress("postmaster@" + domain), "+4738000500",
                Set.of(new DomainName(domain)), true, LocalDate.of(2026, 11, 3));
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
