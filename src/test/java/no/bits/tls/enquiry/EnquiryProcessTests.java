package no.bits.tls.enquiry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import no.bits.tls.workflow.Decision;
import no.bits.tls.workflow.Decisions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Each path of {@code processes/enquiry.bpmn}, from a mail that really arrives. */
@BackOfficeTest
class EnquiryProcessTests {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    Inbox inbox;

    @Autowired
    Enquiries enquiries;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    private final String sender = "spor-%s@elsewhere.example".formatted(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource
    void everyTopicIsAcknowledgedUnderItsName(Topic topic) throws Exception {
        ProcessInstance instance = asked(topic);
        await().untilAsserted(() -> assertThat(this.mail.mailsTo(this.sender)).hasSize(1));
        MimeMessage receipt = this.mail.mailsTo(this.sender).get(0);
        assertThat(receipt.getSubject()).startsWith("[" + instance.getBusinessKey() + "]");
        assertThat(receipt.getContent().toString().replaceAll("\\s+", " "))
            .contains("registrert den som " + topic.norwegian(), "registered it as " + topic.english());
    }

    @Test
    void anAnswerGoesOutAndTheSendersReplyOpensTheCaseAgain() throws Exception {
        ProcessInstance instance = asked(Topic.QUESTION);
        CaseNumber caseNumber = claimed(instance);
        this.enquiries.answer(caseNumber, TestPeople.STAFF, "Ja, det kan dere.\nHilsen Kari");
        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance)
            .isEnded()
            .hasPassedInOrder("startEvent_enquiryReceived", "serviceTask_acknowledgeEnquiry", "userTask_answerEnquiry",
                    "gateway_answered", "serviceTask_sendAnswer", "endEvent_enquiryAnswered"));
        await().untilAsserted(() -> assertThat(this.mail.mailsTo(this.sender)).hasSize(2));
        MimeMessage answer = this.mail.mailsTo(this.sender).get(1);
        assertThat(answer.getContent().toString().replace("\r\n", "\n")).startsWith("Ja, det kan dere.\nHilsen Kari");
        assertThat(this.decisions.of(caseNumber)).extracting(Decision::outcome, Decision::decidedBy)
            .containsExactly(tuple("ANSWERED", TestPeople.STAFF));

        String answerTo = answer.getReplyTo()[0].toString();
        deliver("To: %s\r\nSubject: Noe annet\r\n".formatted(answerTo), "Men hva med torsdag?");
        Task again = await().until(() -> task(caseNumber), (task) -> task != null);
        assertThat(this.inbox.mailsOf(caseNumber)).hasSize(2);
        this.tasks.claim(again.getId(), TestPeople.STAFF);
        this.enquiries.answer(caseNumber, TestPeople.STAFF, "Også torsdag.");
        await().untilAsserted(() -> assertThat(this.mail.mailsTo(this.sender)).hasSize(3));
        assertThat(this.mail.mailsTo(this.sender)).extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
    }

    @Test
    void whatTheSenderAddsWhileThePersonReadsJoinsTheCase() throws Exception {
        ProcessInstance instance = asked(Topic.QUESTION);
        CaseNumber caseNumber = claimed(instance);
        await().untilAsserted(() -> assertThat(this.mail.mailsTo(this.sender)).hasSize(1));
        String receipt = this.mail.mailsTo(this.sender).get(0).getMessageID();
        deliver("To: tls@bits.no\r\nReferences: %s\r\nSubject: SV: feil\r\n".formatted(receipt), "Her er loggen.");
        await().untilAsserted(() -> assertThat(this.inbox.mailsOf(caseNumber)).hasSize(2));
        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_answerEnquiry");
        assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).count())
            .isOne();
    }

    @Test
    void whatNeedsNoAnswerIsClosedWithAReasonAndNothingIsSent() {
        ProcessInstance instance = asked(Topic.REGISTER_CHANGE);
        CaseNumber caseNumber = claimed(instance);
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.enquiries.close(caseNumber, TestPeople.STAFF, " "));
        this.enquiries.close(caseNumber, TestPeople.STAFF, "Avtalt på telefon.");
        await()
            .untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_enquiryClosed"));
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.enquiries.answer(caseNumber, TestPeople.STAFF, "For sent"));
        assertThat(this.mail.mailsTo(this.sender)).hasSize(1);
    }

    @Test
    void onlyWhoHasClaimedTheTaskAnswers() {
        CaseNumber caseNumber = new CaseNumber(asked(Topic.WITHDRAWAL).getBusinessKey());
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.enquiries.answer(caseNumber, TestPeople.STAFF, "Hei"))
            .withMessageContaining("ikke din");
    }

    private ProcessInstance asked(Topic topic) {
        String id = deliver("To: tls@bits.no\r\nSubject: Til dere\r\n", "Noe som ingen sak kjenner igjen.");
        long mailId = await()
            .until(() -> this.jdbc.sql("""
                    select id from inbound_mail
                    where position(convert_to(?, 'UTF8') in raw) > 0 and state = 'UNCLAIMED'""")
                .param(id)
                .query(Long.class)
                .list(), (found) -> !found.isEmpty())
            .get(0);
        CaseNumber caseNumber = this.inbox.claim(mailId, topic.kind());
        await().until(() -> task(caseNumber), (task) -> task != null);
        return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).singleResult();
    }

    private String deliver(String header, String text) {
        String id = UUID.randomUUID().toString();
        this.mail.deliver("From: %s\r\n%sMessage-ID: <%s@elsewhere.example>\r\n\r\n%s\r\n"
            .formatted(this.sender, header, id, text)
            .getBytes(StandardCharsets.US_ASCII));
        return id;
    }

    private CaseNumber claimed(ProcessInstance instance) {
        CaseNumber caseNumber = new CaseNumber(instance.getBusinessKey());
        this.tasks.claim(task(caseNumber).getId(), TestPeople.STAFF);
        return caseNumber;
    }

    private Task task(CaseNumber caseNumber) {
        return this.tasks.createTaskQuery()
            .processInstanceBusinessKey(caseNumber.value())
            .taskDefinitionKey("userTask_answerEnquiry")
            .singleResult();
    }

}
