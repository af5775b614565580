package no.bits.tls.triage;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseRefused;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each path of {@code processes/mailTriage.bpmn}, from a mail that really arrives. */
@BackOfficeTest
class MailTriageProcessTests {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    MailTriages triages;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailThatAPersonCallsAnEnrolmentBecomesOne() {
        ProcessInstance instance = toSort("Vi lurer på noe", "Kan dere ringe meg?");
        MailTriage sorted = this.triages.sort(claimed(instance), TestPeople.STAFF, Sorting.ENROLMENT, Optional.empty());
        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance)
            .isEnded()
            .hasPassedInOrder("startEvent_mailPutAside", "userTask_sortEmail", "gateway_forUs",
                    "endEvent_mailHandedOn"));
        await().untilAsserted(() -> assertThat(this.tasks.createTaskQuery()
            .processInstanceBusinessKey(Objects.requireNonNull(sorted.became()))
            .taskDefinitionKey("userTask_reviewEnrolment")
            .count()).isOne());
    }

    @Test
    void aMailThatIsNothingForUsIsKeptAndNothingElseHappens() {
        ProcessInstance instance = toSort("Tilbud på kontorrekvisita", "Kjøp binders nå!");
        CaseNumber caseNumber = claimed(instance);
        MailTriage sorted = this.triages.sort(caseNumber, TestPeople.STAFF, Sorting.NOTHING_FOR_US, Optional.empty());
        await()
            .untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_mailDismissed"));
        assertThat(this.jdbc.sql("select state from inbound_mail where id = ?")
            .param(sorted.mailId())
            .query(String.class)
            .single()).isEqualTo("DISMISSED");
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.triages.sort(caseNumber, TestPeople.STAFF, Sorting.ENROLMENT, Optional.empty()));
    }

    @Test
    void theSheetSaysWhatTheMailMayBeAndWhy() {
        ProcessInstance instance = toSort("Utmelding", "Vi vil melde oss ut. Hvordan gjør vi det?");
        TriageSheet sheet = this.triages.sheet(new CaseNumber(instance.getBusinessKey()));
        assertThat(sheet.guesses()).extracting(TriageSheet.Guess::as)
            .containsExactly(Sorting.WITHDRAWAL, Sorting.QUESTION);
        assertThat(sheet.guesses().get(0).signs()).containsExactly("Skriver «utmelding»", "Skriver «melde oss ut»");
        assertThat(sheet.suggestedCase()).isNull();
    }

    @Test
    void aMailThatAPersonPutsToItsCaseContinuesIt() {
        CaseNumber enquiry = new CaseNumber(Objects.requireNonNull(this.triages
            .sort(claimed(toSort("Spørsmål", "Hei?")), TestPeople.STAFF, Sorting.QUESTION, Optional.empty())
            .became()));
        ProcessInstance instance = toSort("Om %s".formatted(enquiry), "Fra en annen adresse",
                "Ola <ola@another.example>");
        CaseNumber caseNumber = claimed(instance);
        assertThat(this.triages.sheet(caseNumber).suggestedCase()).isEqualTo(enquiry.value());
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.triages.sort(caseNumber, TestPeople.STAFF, Sorting.REPLY, Optional.empty()))
            .withMessageContaining("saksnummeret");
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.triages.sort(caseNumber, TestPeople.STAFF, Sorting.REPLY,
                    Optional.of(new CaseNumber("TLS-2020-99999"))))
            .withMessageContaining("finnes ikke");
        MailTriage sorted = this.triages.sort(caseNumber, TestPeople.STAFF, Sorting.REPLY, Optional.of(enquiry));
        assertThat(sorted.became()).isEqualTo(enquiry.value());
        assertThat(this.inbox.mailsOf(enquiry)).hasSize(2);
        await()
            .untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded().hasPassed("endEvent_mailHandedOn"));
    }

    @Test
    void aMailThatTheSystemCannotReadIsPutBeforeAPersonWithTheReason() {
        String id = UUID.randomUUID().toString();
        StringBuilder nested = new StringBuilder(
                "From: a@elsewhere.example\r\nTo: tls@bits.no\r\nX-Test: %s\r\nSubject: Dypt\r\n".formatted(id));
        for (int depth = 0; depth < 300; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n".formatted(depth));
        }
        this.mail.deliver(nested.append("\r\n\r\nbunn").toString().getBytes(StandardCharsets.US_ASCII));
        ProcessInstance instance = await().until(() -> instanceFor(id), Optional::isPresent).orElseThrow();
        MailTriage triage = this.triages.get(new CaseNumber(instance.getBusinessKey()));
        assertThat(triage.reason()).isNotBlank();
        this.triages.sort(claimed(instance), TestPeople.STAFF, Sorting.TRY_AGAIN, Optional.empty());
        await().untilAsserted(() -> ProcessEngineTests.assertThat(instance).isEnded());
    }

    @Test
    void onlyWhoHasClaimedTheMailSortsIt() {
        ProcessInstance instance = toSort("Hvem tar denne?", "Ingen.");
        assertThatExceptionOfType(CaseRefused.class)
            .isThrownBy(() -> this.triages.sort(new CaseNumber(instance.getBusinessKey()), TestPeople.STAFF,
                    Sorting.NOTHING_FOR_US, Optional.empty()))
            .withMessageContaining("ikke din");
        ProcessEngineTests.assertThat(instance).isWaitingAt("userTask_sortEmail");
    }

    private ProcessInstance toSort(String subject, String text) {
        return toSort(subject, text, "Per Spørresen <per@elsewhere.example>");
    }

    private ProcessInstance toSort(String subject, String text, String sender) {
        String id = UUID.randomUUID().toString();
        this.mail.deliver("""
                From: %s\r
                To: tls@bits.no\r
                Subject: %s\r
                Message-ID: <%s@elsewhere.example>\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                %s\r
                """.formatted(sender, subject, id, text).getBytes(StandardCharsets.UTF_8));
        return await().until(() -> instanceFor(id), Optional::isPresent).orElseThrow();
    }

    private Optional<ProcessInstance> instanceFor(String id) {
        return this.jdbc.sql("""
                select t.case_number from mail_triage t join inbound_mail m on m.id = t.mail_id
                where position(convert_to(?, 'UTF8') in m.raw) > 0""")
            .param(id)
            .query(String.class)
            .optional()
            .map((key) -> this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult());
    }

    private CaseNumber claimed(ProcessInstance instance) {
        String task = this.tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId();
        this.tasks.claim(task, TestPeople.STAFF);
        return new CaseNumber(instance.getBusinessKey());
    }

}
