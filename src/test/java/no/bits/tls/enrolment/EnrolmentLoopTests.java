package no.bits.tls.enrolment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import no.bits.tls.TestClock;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.document.FormField;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
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

    @Test
    void whatIsSimplyMissingIsAskedForWithoutAPerson() throws Exception {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        MimeMessage request = awaitMail("Vi mangler noe");
        assertThat(text(request)).contains("Telefonnummeret til teknisk kontakt mangler. Oppgi nummeret")
            .doesNotContain("Fra saksbehandleren", "Krav 5.1.5");
        assertThat(request.getHeader("References")).isNotEmpty();
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.AWAITING_ANSWER);
        assertThat(passed(caseNumber)).doesNotContain("userTask_reviewEnrolment");

        answer(request, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(form(caseNumber)).containsEntry(FormField.TECHNICAL_PHONE, "+4722004019");
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        assertThat(this.review.sheet(caseNumber).requests()).singleElement().satisfies((asked) -> {
            assertThat(asked.askedBy()).isNull();
            assertThat(asked.answered()).isTrue();
        });
    }

    @Test
    void aMissingAppendixIsAskedForAndCompletesTheOther() throws Exception {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        MimeMessage request = awaitMail("Vi mangler noe");
        assertThat(text(request)).contains("Vedlegg 2, opplysninger om virksomheten, mangler. Send vedlegg 2, utfylt.");
        answer(request, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        assertThat(this.review.sheet(caseNumber).documents()).extracting(ReviewSheet.Attached::content)
            .containsExactly("vedlegg 1", "vedlegg 2");
        assertThat(task(caseNumber).map((task) -> this.runtime.getVariable(task.getExecutionId(), "domain")))
            .contains(this.applicant.domain());
    }

    @Test
    void aMachineAsksForSomethingElseOnceMoreAndThenLeavesItToAPerson() {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        answer(awaitMail("Vi mangler noe"),
                (applicant) -> applicant.companyForm(Map.of(FormField.TECHNICAL_PHONE, "")));
        await().until(() -> mails("Vi mangler noe").size() == 2);
        answer(mails("Vi mangler noe").get(1),
                (applicant) -> applicant.companyForm(Map.of(FormField.TECHNICAL_PHONE, "")));
        awaitReview(caseNumber);
        assertThat(rules(caseNumber)).contains("TECHNICAL_PHONE_GIVEN");
        assertThat(mails("Vi mangler noe")).hasSize(2);
    }

    @Test
    void whoDoesNotAnswerIsRemindedThenTheCaseLapsesAndALateAnswerBringsItBack() throws Exception {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER);
        MimeMessage request = awaitMail("Vi mangler noe");

        this.clock.forward(Duration.ofDays(13));
        this.clock.forward(Duration.ofDays(1).plusMinutes(1));
        MimeMessage reminder = awaitMail("Påminnelse");
        assertThat(text(reminder)).contains("Vedlegg 2, opplysninger om virksomheten, mangler");
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.AWAITING_ANSWER);
        assertThat(deadlineIn(text(request))).isEqualTo(deadlineIn(text(reminder)));

        this.clock.forward(Duration.ofDays(16));
        awaitState(caseNumber, EnrolmentState.LAPSED);
        MimeMessage lapse = awaitMail("lukket saken");
        await().untilAsserted(() -> assertThat(running(caseNumber)).isZero());
        assertThat(passed(caseNumber)).contains("endEvent_applicantReminded", "endEvent_answerMissing",
                "endEvent_enrolmentLapsed");

        this.clock.forward(Duration.ofDays(40));
        answer(lapse, (applicant) -> applicant.companyForm(Map.of()));
        awaitReview(caseNumber);
        assertThat(passed(caseNumber)).contains("startEvent_lateAnswerReceived");
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        claim(caseNumber);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "");
        awaitState(caseNumber, EnrolmentState.LISTED);
        assertThat(mails("Påminnelse")).hasSize(1);
        assertThat(mails("lukket saken")).hasSize(1);
    }

    @Test
    void whoAnswersInTimeIsNotRemindedAndALaterRequestHasItsOwnDates() {
        CaseNumber caseNumber = arrived(this.applicant.declaration(Map.of()));
        MimeMessage request = awaitMail("Vi mangler noe");
        this.clock.forward(Duration.ofDays(10));
        answer(request, (applicant) -> applicant.companyForm(Map.of(FormField.TECHNICAL_EMAIL, "ingen")));
        awaitReview(caseNumber);
        this.clock.forward(Duration.ofDays(30));
        claim(caseNumber);
        this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), codes(caseNumber, "TECHNICAL_CONTACT_VALID"),
                "");
        awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER);
        assertThat(mails("Påminnelse")).isEmpty();
        this.clock.forward(Duration.ofDays(14).plusMinutes(1));
        awaitMail("Påminnelse");
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.AWAITING_ANSWER);
    }

    @Test
    void anAnswerInWordsIsForAPerson() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        answer(awaitMail("Vi mangler noe"), (applicant) -> applicant.words("Nummeret er 22 00 40 19."));
        awaitReview(caseNumber);
        assertThat(rules(caseNumber)).contains("ANSWER_IN_WORDS", "TECHNICAL_PHONE_GIVEN");
        assertThat(this.review.sheet(caseNumber).mails()).hasSize(2);
    }

    @Test
    void anAnswerOfAStrangerChangesNothingAndIsForAPerson() {
        CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of(FormField.TECHNICAL_PHONE, "")));
        MimeMessage request = awaitMail("Vi mangler noe");
        this.mail.deliver(this.applicant.referringTo(request)
            .from("per@elsewhere.example")
            .companyForm(Map.of(FormField.ADMINISTRATOR_EMAIL, "tls@elsewhere.example")));
        awaitReview(caseNumber);
        assertThat(form(caseNumber)).containsEntry(FormField.ADMINISTRATOR_EMAIL, this.applicant.administrator())
            .containsEntry(FormField.TECHNICAL_PHONE, "");
        assertThat(this.review.sheet(caseNumber).findings()).extracting(ReviewSheet.Note::sentence)
            .anySatisfy((sentence) -> assertThat(sentence).contains("per@elsewhere.example", "ikke kontrollert"));
        assertThat(field(caseNumber, FormField.ADMINISTRATOR_EMAIL).evidence())
            .filteredOn((evidence) -> !evidence.trusted())
            .extracting(ReviewSheet.Evidence::value)
            .containsExactly("tls@elsewhere.example");
        assertThat(rules(caseNumber)).contains("TECHNICAL_PHONE_GIVEN", "ANSWER_VERIFIED");
        assertThat(mails("Vi mangler noe")).hasSize(1);
    }

    @Test
    void anAnswerDuringTheReviewIsMergedAndWhoHasTheFormOpenIsTold() {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of()));
        claim(caseNumber);
        Task task = task(caseNumber).orElseThrow();
        ReviewSheet open = this.review.sheet(caseNumber);
        Map<FormField, String> corrected = form(caseNumber);
        corrected.put(FormField.ADMINISTRATOR_NAME, "Kari Prøve");
        long seen = Objects.requireNonNull(this.review.correct(caseNumber, TestPeople.STAFF, corrected).version());
        assertThat(seen).isNotEqualTo(open.version());

        answer(awaitMail("mottatt"), (applicant) -> applicant
            .companyForm(Map.of(FormField.ORGANISATION, "Ny Bank AS", FormField.DOMAIN, "ny." + applicant.domain())));
        await().until(() -> this.review.sheet(caseNumber).mails().size() == 2);
        assertThatExceptionOfType(CaseRefused.class).isThrownBy(() -> this.review.requireSeen(caseNumber, seen))
            .withMessageContaining("nytt svar");
        this.review.requireSeen(caseNumber, this.review.sheet(caseNumber).version());
        assertThat(task(caseNumber)).hasValueSatisfying((now) -> {
            assertThat(now.getId()).isEqualTo(task.getId());
            assertThat(now.getAssignee()).isEqualTo(TestPeople.STAFF);
            assertThat(this.runtime.getVariable(now.getExecutionId(), "domain"))
                .isEqualTo("ny." + this.applicant.domain());
        });
        assertThat(form(caseNumber)).containsEntry(FormField.ADMINISTRATOR_NAME, "Kari Prøve")
            .containsEntry(FormField.DOMAIN, "ny." + this.applicant.domain());
    }

    @Test
    void anAnswerThatOvertakesTheReadingJustJoins() {
        whilePaused(() -> {
            CaseNumber caseNumber = arrived(this.applicant.bothForms(Map.of()));
            long answer = later();
            assertThat(resume(caseNumber, answer)).isTrue();
            assertThat(resume(caseNumber, answer)).isTrue();
            assertThat(enrolment(caseNumber).unreadMails()).hasSize(2);
            return caseNumber;
        }, (caseNumber) -> {
            awaitReview(caseNumber);
            assertThat(enrolment(caseNumber).unreadMails()).isEmpty();
            assertThat(this.review.sheet(caseNumber).mails()).hasSize(2);
        });
    }

    @Test
    void anAnswerBetweenTwoStepsIsBroughtAgain() {
        CaseNumber reviewed = inReview(this.applicant.bothForms(Map.of()));
        claim(reviewed);
        long answer = later();
        whilePaused(() -> {
            this.review.ask(reviewed, TestPeople.STAFF, form(reviewed), List.of(), "Hvem er IT-sjef?");
            assertThatExceptionOfType(AnswerTooEarly.class).isThrownBy(() -> resume(reviewed, answer));
            return reviewed;
        }, (caseNumber) -> awaitState(caseNumber, EnrolmentState.AWAITING_ANSWER));
        assertThat(resume(reviewed, answer)).isTrue();
        awaitReview(reviewed);
    }

    @Test
    void aCaseThatIsDecidedTakesNoAnswer() {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of()));
        claim(caseNumber);
        long answer = later();
        this.review.decline(caseNumber, TestPeople.STAFF, form(caseNumber), "Nei.");
        assertThat(resume(caseNumber, answer)).isFalse();
        assertThat(resume(new CaseNumber("TLS-2020-00001"), answer)).isFalse();
        await().untilAsserted(() -> assertThat(passed(caseNumber)).contains("endEvent_enrolmentDeclined"));
    }

    @Test
    void whoCannotBeAnsweredIsNotAskedAndStaffSeeIt() {
        String twoPeople = "Per <%s>, Kari <kari@%s>".formatted(this.applicant.from(), this.applicant.domain());
        this.mail.deliver(this.applicant.from(twoPeople)
            .bothForms(Map.of(FormField.ADMINISTRATOR_EMAIL, "", FormField.TECHNICAL_PHONE, "")));
        CaseNumber caseNumber = await()
            .until(() -> this.jdbc.sql("""
                    select case_number from enrolment e join enrolment_entry f on f.enrolment = e.id
                    where f.value = ? and e.sender is null""")
                .param(this.applicant.domain())
                .query(String.class)
                .optional(), Optional::isPresent)
            .map(CaseNumber::new)
            .orElseThrow();
        awaitReview(caseNumber);
        claim(caseNumber);
        assertThat(this.review.sheet(caseNumber).applicant()).isNull();
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), List.of(), "Hva?"))
            .withMessageContaining("ingen adresse");
        Map<FormField, String> found = form(caseNumber);
        found.put(FormField.ADMINISTRATOR_EMAIL, this.applicant.administrator());
        assertThat(this.review.correct(caseNumber, TestPeople.STAFF, found).applicant())
            .isEqualTo(this.applicant.administrator());
        this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), codes(caseNumber, "TECHNICAL_PHONE_GIVEN"), "");
        await().until(() -> !this.mail.mailsTo(this.applicant.administrator()).isEmpty());
    }

    @Test
    void nothingCanBeAskedForThatTheRulesDoNotFind() {
        CaseNumber caseNumber = inReview(this.applicant.bothForms(Map.of(FormField.DOMAIN, "fjord_banken")));
        claim(caseNumber);
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.review.ask(caseNumber, TestPeople.STAFF, form(caseNumber), List.of(), " "))
            .withMessageContaining("Kryss av");
        Map<FormField, String> corrected = form(caseNumber);
        corrected.put(FormField.DOMAIN, this.applicant.domain());
        assertThatExceptionOfType(CaseRefused.class).isThrownBy(
                () -> this.review.ask(caseNumber, TestPeople.STAFF, corrected, codes(caseNumber, "DOMAINS_VALID"), ""))
            .withMessageContaining("ikke lenger de samme");
        assertThat(mails("Vi mangler noe")).isEmpty();
    }

    @Test
    void aCaseOfTheDiagramBeforeTakesAnswersAndIsDecidedAsBefore() throws Exception {
        String today = Files.readString(Path.of("processes/enrolment.bpmn"));
        deploy(Files.readString(Path.of("src/test/resources/diagrams/enrolment-1.bpmn")));
        CaseNumber caseNumber;
        try {
            caseNumber = inReview(this.applicant.declaration(Map.of()));
        }
        finally {
            deploy(today);
        }
        assertThat(enrolment(caseNumber).state()).isEqualTo(EnrolmentState.IN_REVIEW);
        answer(awaitMail("mottatt"), (applicant) -> applicant.companyForm(Map.of()));
        await().until(() -> this.review.sheet(caseNumber).mails().size() == 2);
        assertThat(rules(caseNumber)).containsExactly("SIGNATURE_VERIFIED");
        claim(caseNumber);
        this.review.approve(caseNumber, TestPeople.STAFF, form(caseNumber), "");
        awaitState(caseNumber, EnrolmentState.LISTED);
        assertThat(mails("Vi mangler noe")).isEmpty();
    }

    private void deploy(String diagram) {
        this.engine.getRepositoryService()
            .createDeployment()
            .addString("processes/enrolment.bpmn", diagram)
            .addString("forms/reviewEnrolment.html", "<form></form>")
            .deploy();
    }

    private <T> void whilePaused(Supplier<T> meanwhile, Consumer<T> afterwards) {
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
    private long later() {
        String words = "Et spørsmål om mat, nummer %s".formatted(UUID.randomUUID());
        this.mail.deliver(this.applicant.about("Lunsj").words(words));
        return await()
            .until(() -> this.jdbc.sql("""
                    select id from inbound_mail where state = 'UNCLAIMED' and sender like '%' || ? || '%'
                    order by id desc limit 1""").param(this.applicant.from()).query(Long.class).optional(),
                    Optional::isPresent)
            .orElseThrow();
    }

    private boolean resume(CaseNumber caseNumber, long mailId) {
        return Boolean.TRUE
            .equals(this.transaction.execute((status) -> this.enrolments.resume(caseNumber, this.inbox.mail(mailId))));
    }

    private long running(CaseNumber caseNumber) {
        return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).count();
    }

    private List<String> rules(CaseNumber caseNumber) {
        return this.review.sheet(caseNumber).findings().stream().map(ReviewSheet.Note::rule).toList();
    }

    private static String deadlineIn(String text) {
        return text.replaceFirst(".*hørt noe innen (.*?), lukker.*", "$1");
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
