package no.bits.tls.enrolment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.Deployments;
import no.bits.tls.TestClock;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An applicant whose mails really arrive, a case that waits for them, and a clock that
 * moves.
 */
@BackOfficeTest
@Import(TestClock.class)
@TestPropertySource(properties = "backoffice.inbox.authserv-id=" + LoopScene.OUR_SERVER)
abstract class LoopScene {

    static final String OUR_SERVER = "mx.bits.no";

    static final AtomicInteger NUMBERS = new AtomicInteger(5000);

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    TestClock.Movable clock;

    @Autowired
    EnrolmentReview review;

    @Autowired
    EnrolmentWaiting waiting;

    @Autowired
    EnrolmentRepository repository;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Inbox inbox;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Decisions decisions;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final FormMail applicant = new FormMail(NUMBERS.incrementAndGet());

    ProcessDefinition deploy(String diagram) {
        return Deployments.deploy(this.engine.getRepositoryService(), "enrolment", diagram);
    }

    <T> void whilePaused(Supplier<T> meanwhile, Consumer<T> afterwards) {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration())
            .getJobExecutor();
        jobs.shutdown();
        T result;
        try {
            result = meanwhile.get();
        }
        finally {
            jobs.start();
        }
        afterwards.accept(result);
    }

    /** A mail of the applicant that is stored and no case's yet. */
    long later() {
        String words = "Et spørsmål om mat, nummer %s".formatted(UUID.randomUUID());
        this.mail.deliver(this.applicant.about("Lunsj").words(words));
        return await()
            .until(() -> this.jdbc.sql("""
                    select id from inbound_mail where state = 'UNCLAIMED' and sender like '%' || ? || '%'
                    order by id desc limit 1""").param(this.applicant.from()).query(Long.class).optional(),
                    Optional::isPresent)
            .orElseThrow();
    }

    boolean resume(CaseNumber caseNumber, long mailId) {
        return Boolean.TRUE
            .equals(this.transaction.execute((status) -> this.enrolments.resume(caseNumber, this.inbox.mail(mailId))));
    }

    long running(CaseNumber caseNumber) {
        return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).count();
    }

    List<String> rules(CaseNumber caseNumber) {
        return this.review.sheet(caseNumber).findings().stream().map(ReviewSheet.Note::rule).toList();
    }

    static String deadlineIn(String text) {
        return text.replaceFirst(".*hørt noe innen (.*?), lukker.*", "$1");
    }

    CaseNumber inReview(byte[] raw) {
        CaseNumber caseNumber = arrived(raw);
        awaitReview(caseNumber);
        return caseNumber;
    }

    CaseNumber arrived(byte[] raw) {
        return arrived(this.applicant, raw);
    }

    CaseNumber arrived(FormMail applicant, byte[] raw) {
        this.mail.deliver(raw);
        return await()
            .until(() -> this.jdbc.sql("select case_number from enrolment where sender = ?")
                .param(applicant.from())
                .query(String.class)
                .optional(), Optional::isPresent)
            .map(CaseNumber::new)
            .orElseThrow();
    }

    void answer(MimeMessage ours, Function<FormMail, byte[]> mail) {
        this.mail.deliver(mail.apply(this.applicant.answering(ours)));
    }

    void awaitReview(CaseNumber caseNumber) {
        await().until(() -> task(caseNumber), Optional::isPresent);
    }

    void awaitState(CaseNumber caseNumber, EnrolmentState state) {
        await().untilAsserted(() -> assertThat(enrolment(caseNumber).state()).isEqualTo(state));
    }

    Enrolment enrolment(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value()).orElseThrow();
    }

    /** The review, where the case is there. */
    Optional<Task> task(CaseNumber caseNumber) {
        return task(caseNumber, EnrolmentProcess.REVIEW);
    }

    Optional<Task> task(CaseNumber caseNumber, String activity) {
        return Optional.ofNullable(this.tasks.createTaskQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .taskDefinitionKey(activity)
            .singleResult());
    }

    void claimWaiting(CaseNumber caseNumber) {
        Task waiting = await().until(() -> task(caseNumber, EnrolmentProcess.AWAIT_APPLICANT), Optional::isPresent)
            .orElseThrow();
        this.tasks.claim(waiting.getId(), TestPeople.STAFF);
    }

    void claim(CaseNumber caseNumber) {
        this.tasks.claim(task(caseNumber).orElseThrow().getId(), TestPeople.STAFF);
    }

    Map<FormField, String> form(CaseNumber caseNumber) {
        return new EnumMap<>(this.review.sheet(caseNumber)
            .fields()
            .stream()
            .collect(Collectors.toMap(ReviewSheet.Field::name, ReviewSheet.Field::value)));
    }

    ReviewSheet.Field field(CaseNumber caseNumber, FormField field) {
        return this.review.sheet(caseNumber)
            .fields()
            .stream()
            .filter((one) -> one.name() == field)
            .findFirst()
            .orElseThrow();
    }

    List<String> codes(CaseNumber caseNumber, String... rules) {
        return this.review.sheet(caseNumber)
            .findings()
            .stream()
            .filter((finding) -> List.of(rules).contains(finding.rule()))
            .map(ReviewSheet.Note::code)
            .toList();
    }

    List<String> passed(CaseNumber caseNumber) {
        return this.history.createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .list()
            .stream()
            .flatMap((instance) -> this.history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .stream())
            .map(HistoricActivityInstance::getActivityId)
            .toList();
    }

    MimeMessage awaitMail(String subject) {
        return await().until(() -> mails(subject), (found) -> !found.isEmpty()).get(0);
    }

    static String text(MimeMessage message) throws Exception {
        return message.getContent().toString().replaceAll("\\s+", " ");
    }

    List<MimeMessage> mails(String subject) {
        return this.mail.mailsTo(this.applicant.from())
            .stream()
            .filter((one) -> subjectOf(one).contains(subject))
            .toList();
    }

    static String subjectOf(MimeMessage message) {
        try {
            return Objects.requireNonNull(message.getSubject());
        }
        catch (jakarta.mail.MessagingException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
