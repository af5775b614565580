package no.bits.tls.enrolment;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestClock;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Asking the applicant for more, waiting, being answered, lapsing and coming back: each
 * path of that part of {@code processes/enrolment.bpmn}, with mails that really arrive
 * and a clock that moves.
 */
@BackOfficeTest
@Import(TestClock.class)
class EnrolmentLoopTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger(5000);

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    TestClock.Movable clock;

    @Autowired
    EnrolmentReview review;

    @Autowired
    EnrolmentRepository repository;

    @Autowired
    Enrolments enrolments;

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

    private final FormMail applicant = new FormMail(NUMBERS.incrementAndGet());

    @Test
    void whatStaffAskForIsAskedOnceAnsweredMergedAndListed() throws Exception {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of(FormField.DOMAIN, "fjord_banken")));
        claim(caseNumber);
        this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), codes(caseNumber, "DOMAINS_VALID"),
                "Bruk gjerne skjemaet.");
        awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER);

        MimeMessage request = awaitMail("Vi mangler noe");
        assertThat(text(request)).contains("«fjord_banken» er ikke et gyldig e-postdomene", "Krav 5.1.4",
                "Bruk gjerne skjemaet.", "Requirement 5.1.4");
        assertThat(task(caseNumber)).isEmpty();
        assertThat(this.decisions.of(caseNumber)).extracting(Decision::outcome).containsExactly("MORE_NEEDED");

        answer(request, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(form(caseNumber)).containsEntry(FormField.DOMAIN, this.applicant.domain());
        assertThat(field(caseNumber, FormField.DOMAIN).changes()).singleElement().satisfies((change) -> {
            assertThat(change.was()).isEqualTo("fjord_banken");
            assertThat(change.became()).isEqualTo(this.applicant.domain());
            assertThat(change.from()).isEqualTo(this.applicant.from());
        });
        claim(caseNumber);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "Avklart.");
        awaitState(caseNumber, EnrolmentState.LISTED);
        assertThat(passed(caseNumber)).containsOnlyOnce("serviceTask_sendRequest", "receiveTask_awaitAnswer")
            .doesNotContain("serviceTask_sendReminder", "serviceTask_sendLapseNotice");
        assertThat(mails("Vi mangler noe")).hasSize(1);
    }

    private static Map<FormField, String> without(FormField field) {
        return Map.of(field, "");
    }

    private CaseNumber inReview(byte[] raw) {
        CaseNumber caseNumber = arrived(raw);
        awaitReview(caseNumber);
        return caseNumber;
    }

    private CaseNumber arrived(byte[] raw) {
        this.mail.deliver(raw);
        return await()
            .until(() -> this.jdbc.sql("select case_number from enrolment where sender = ?")
                .param(this.applicant.from())
                .query(String.class)
                .optional(), Optional::isPresent)
            .map(CaseNumber::new)
            .orElseThrow();
    }

    private void answer(MimeMessage ours, Function<FormMail, byte[]> mail) {
        this.mail.deliver(mail.apply(this.applicant.answering(ours)));
    }

    private void awaitReview(CaseNumber caseNumber) {
        await().until(() -> task(caseNumber), Optional::isPresent);
    }

    private void awaitState(CaseNumber caseNumber, EnrolmentState state) {
        await().untilAsserted(() -> assertThat(enrolment(caseNumber).state()).isEqualTo(state));
    }

    private Enrolment enrolment(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value()).orElseThrow();
    }

    private Optional<Task> task(CaseNumber caseNumber) {
        return Optional
            .ofNullable(this.tasks.createTaskQuery().processInstanceBusinessKey(caseNumber.value()).singleResult());
    }

    private void claim(CaseNumber caseNumber) {
        this.tasks.claim(task(caseNumber).orElseThrow().getId(), TestPeople.STAFF);
    }

    private Map<FormField, String> form(CaseNumber caseNumber) {
        return new EnumMap<>(this.review.sheet(caseNumber)
            .fields()
            .stream()
            .collect(Collectors.toMap(ReviewSheet.Field::name, ReviewSheet.Field::value)));
    }

    private ReviewSheet.Field field(CaseNumber caseNumber, FormField field) {
        return this.review.sheet(caseNumber)
            .fields()
            .stream()
            .filter((one) -> one.name() == field)
            .findFirst()
            .orElseThrow();
    }

    private List<String> codes(CaseNumber caseNumber, String... rules) {
        return this.review.sheet(caseNumber)
            .findings()
            .stream()
            .filter((finding) -> List.of(rules).contains(finding.rule()))
            .map(ReviewSheet.Note::code)
            .toList();
    }

    private List<String> passed(CaseNumber caseNumber) {
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

    private MimeMessage awaitMail(String subject) {
        return await().until(() -> mails(subject), (found) -> !found.isEmpty()).get(0);
    }

    private static String text(MimeMessage message) throws Exception {
        return message.getContent().toString().replaceAll("\\s+", " ");
    }

    private List<MimeMessage> mails(String subject) {
        return this.mail.mailsTo(this.applicant.from())
            .stream()
            .filter((one) -> subjectOf(one).contains(subject))
            .toList();
    }

    private static String subjectOf(MimeMessage message) {
        try {
            return Objects.requireNonNull(message.getSubject());
        }
        catch (jakarta.mail.MessagingException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
