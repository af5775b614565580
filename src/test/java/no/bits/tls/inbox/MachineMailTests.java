package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import no.bits.tls.outbox.DeliveryReport;
import no.bits.tls.outbox.MailReturned;
import no.bits.tls.outbox.TestCorrespondence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What machines write about and in answer to our mails, as their servers write it. */
@TestInstance(Lifecycle.PER_CLASS)
class MachineMailTests {

    private static final String CASE = "TLS-2026-00042";

    private InboxFixture inbox;

    private UUID ours;

    @BeforeAll
    void open() {
        this.inbox = new InboxFixture();
    }

    @AfterAll
    void close() {
        this.inbox.close();
    }

    @BeforeEach
    void sendOneMail() {
        this.ours = TestCorrespondence.sent(this.inbox.jdbc, CASE, "post@fjordbanken.example");
        this.inbox.events.clear();
        this.inbox.handler.handled.clear();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postfix-bounce                      | FAILED  | 5.1.1 | true  | false
            exim-bounce                         | FAILED  | 5.1.1 | true  | false
            qmail-bounce                        | FAILED  | 5.1.1 | true  | false
            bounce-by-message-id                | FAILED  | 5.1.2 | true  | false
            gmail-full-mailbox                  | FAILED  | 5.2.2 | false | false
            exchange-blocked                    | FAILED  | 5.7.1 | false | false
            sendmail-no-starttls                | FAILED  | 4.7.0 | false | true
            postfix-delay-untrusted-certificate | DELAYED | 4.7.5 | false | true
            sendmail-delay                      | DELAYED | 4.4.1 | false | false
            relayed                             | RELAYED | 2.0.0 | false | false
            """)
    void aReportReachesTheMailThatItIsAbout(String form, DeliveryReport.Action action, String cause, boolean dead,
            boolean tls) {
        long id = receive(form);
        assertThat(this.inbox.events).singleElement().isInstanceOfSatisfying(MailReturned.class, (returned) -> {
            assertThat(returned.mail().id()).isEqualTo(this.ours);
            assertThat(returned.report().action()).isEqualTo(action);
            assertThat(returned.report().cause()).isEqualTo(cause);
            assertThat(returned.report().isDeadAddress()).isEqualTo(dead);
            assertThat(returned.report().isTlsFailure()).isEqualTo(tls);
        });
        assertThat(TestCorrespondence.stateOf(this.inbox.jdbc, this.ours))
            .isEqualTo((action == DeliveryReport.Action.FAILED) ? "RETURNED" : "SENT");
        assertFiled(id, CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "outlook-automatisk-svar", "gmail-vacation", "outlook-automatic-reply",
            "notes-fravaerende", "ticket-system", "vacation-program", "cpanel-autoresponder", "swedish-auto-reply",
            "unmarked-reply-to-bounce-address", "read-receipt" })
    void aMachinesAnswerIsFiledInItsCaseAndChangesNothing(String form) {
        assertFiled(receive(form), CASE);
        assertThat(this.inbox.events).isEmpty();
        assertThat(TestCorrespondence.stateOf(this.inbox.jdbc, this.ours)).isEqualTo("SENT");
    }

    @ParameterizedTest
    @ValueSource(strings = { "mailing-list", "newsletter", "cron", "notice-without-return-path" })
    void whatAnswersNothingIsKeptWithoutACase(String form) {
        assertFiled(receive(form), "");
        assertThat(this.inbox.events).isEmpty();
    }

    @Test
    void aReportThatAPersonForwardsIsThatPersonsMail() {
        String forwarded = "From: Kari <kari@fjordbanken.example>\r\nTo: tls@bits.no\r\nSubject: VS: Undeliverable\r\n"
                + "Content-Type: multipart/mixed; boundary=M\r\n\r\n--M\r\n\r\nHva er dette?\r\n--M\r\n"
                + "Content-Type: message/rfc822\r\n\r\n" + form("postfix-bounce") + "\r\n--M--\r\n";
        long id = this.inbox.stored(forwarded);
        this.inbox.intake().handleDue(() -> false);
        assertThat(this.inbox.state(id)).isEqualTo(MailState.HANDLED);
        assertThat(this.inbox.events).isEmpty();
    }

    @Test
    void aReportThatAPersonPassesOnAsItIsIsThatPersonsMail() {
        this.ours = UUID.randomUUID();
        long id = this.inbox.stored("Resent-From: Kari <kari@fjordbanken.example>\r\nResent-To: tls@bits.no\r\n"
                + form("postfix-bounce").replaceAll("tls-bounce\\+\\w+", "tls-bounce+" + "0".repeat(42)));
        this.inbox.intake().handleDue(() -> false);
        assertThat(this.inbox.state(id)).isEqualTo(MailState.HANDLED);
        assertThat(this.inbox.handler.handled.get(0).sender()).hasToString("Optional[kari@fjordbanken.example]");
    }

    @Test
    void aForgedReportAboutAMailThatWeNeverSentIsOnlyKept() {
        this.ours = UUID.randomUUID();
        long id = this.inbox
            .stored(form("postfix-bounce").replaceAll("tls-bounce\\+\\w+", "tls-bounce+" + "0".repeat(42)));
        this.inbox.intake().handleDue(() -> false);
        assertThat(this.inbox.events).isEmpty();
        assertFiled(id, "");
    }

    private long receive(String form) {
        long id = this.inbox.stored(form(form));
        this.inbox.intake().handleDue(() -> false);
        return id;
    }

    private void assertFiled(long id, String caseNumber) {
        assertThat(this.inbox.state(id)).isEqualTo(MailState.MACHINE);
        assertThat(this.inbox.handler.handled).isEmpty();
        assertThat(this.inbox.jdbc.sql("select coalesce(case_number, '') from backoffice.inbound_mail where id = ?")
            .param(id)
            .query(String.class)
            .single()).isEqualTo(caseNumber);
    }

    private String form(String name) {
        try {
            return new ClassPathResource("machinemail/%s.eml".formatted(name))
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("{token}", TestCorrespondence.tokenOf(this.ours))
                .replace("{id}", this.ours.toString())
                .replace("{messageId}", TestCorrespondence.messageIdOf(this.ours))
                .replace("{case}", CASE);
        }
        catch (IOException ex) {
            throw new IllegalArgumentException("There is no mail " + name, ex);
        }
    }

}
