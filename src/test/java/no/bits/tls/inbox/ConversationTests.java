package no.bits.tls.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import no.bits.tls.inbox.AnsweredCase.Evidence;
import no.bits.tls.outbox.TestCorrespondence;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which mail continues which case, and which does not. */
@TestInstance(Lifecycle.PER_CLASS)
class ConversationTests {

    private static final CaseNumber CASE = new CaseNumber("TLS-2026-00042");

    private InboxFixture inbox;

    private UUID ours;

    @BeforeAll
    void open() {
        this.inbox = new InboxFixture().with("authserv-id", "mx.bits.no");
        this.inbox.handler.continues = Optional.of(CASE);
    }

    @AfterAll
    void close() {
        this.inbox.close();
    }

    @BeforeEach
    void sendOneMail() {
        this.inbox.jdbc.sql("truncate backoffice.inbound_mail, backoffice.letter cascade").update();
        this.ours = TestCorrespondence.sent(this.inbox.jdbc, CASE.value(), "kari@fjordbanken.example");
        this.inbox.events.clear();
        this.inbox.handler.handled.clear();
        this.inbox.handler.resumed.clear();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            To: tls+{token}@bits.no; Subject: Noe helt annet                                  | TOKEN
            To: tls+{TOKEN}@BITS.NO; Subject: Hei                                             | TOKEN
            To: tls@bits.no; Cc: a@b.example, "Bits" <tls+{token}@bits.no>; Subject: Hei      | TOKEN
            To: x@y.example; Delivered-To: tls+{token}@bits.no; Subject: VS: videre           | TOKEN
            To: tls@bits.no; In-Reply-To: {messageId}; Subject: SV: Hei                       | REFERENCE
            To: tls@bits.no; References: <a@b.example> {messageId} <c@d.example>; Subject: Hei | REFERENCE
            To: tls@bits.no; Subject: Nytt emne, [TLS-2026-00042]; From: KARI@fjordbanken.example | KNOWN_SENDER
            """)
    void anAnswerContinuesItsCaseWhateverItsSubject(String header, Evidence evidence) {
        long id = receive(header, "Hei igjen");
        assertThat(this.inbox.state(id)).isEqualTo(MailState.HANDLED);
        assertThat(this.inbox.handler.handled).isEmpty();
        assertThat(this.inbox.handler.resumed).singleElement()
            .satisfies((mail) -> assertThat(mail.answers()).contains(new AnsweredCase(CASE, evidence)));
        assertThat(this.inbox.inbox().mailsOf(CASE)).extracting(IncomingMail::id).containsExactly(id);
    }

    @Test
    void theLineAtTheEndOfOurMailsLeadsBackToTheCase() {
        receive("To: tls@bits.no; Subject: Hei; From: per@annen.example",
                "Her er svaret.\r\n> Vennlig hilsen\r\n> Saksnummer / Case number: TLS-2026-00042\r\n");
        assertThat(this.inbox.handler.resumed).singleElement()
            .satisfies((mail) -> assertThat(mail.answers()).contains(new AnsweredCase(CASE, Evidence.MARKER)));
    }

    @Test
    void somebodyWhoAnswersTheirOwnFirstMailContinuesItsCase() {
        long first = receive("To: tls@bits.no; Message-ID: <first@fjordbanken.example>; Subject: Innmelding", "Hei");
        this.inbox.handler.continues = Optional.ofNullable(this.inbox.inbox().mail(first).caseNumber());
        receive("To: tls@bits.no; References: <first@fjordbanken.example>; Subject: Glemte vedlegget", "Her er det");
        receive("To: tls@bits.no; References: <first@fjordbanken.example>; Subject: Hm; From: x@evil.example", "Hei");
        this.inbox.handler.continues = Optional.of(CASE);
        assertThat(this.inbox.handler.resumed).extracting(IncomingMail::subject).containsExactly("Glemte vedlegget");
    }

    @Test
    void aSubjectAloneIsOnlyASuggestionToAPerson() {
        long id = receive("To: tls@bits.no; Subject: [TLS-2026-00042]; From: per@annen.example", "Hei");
        assertThat(this.inbox.state(id)).isEqualTo(MailState.UNCLAIMED);
        assertThat(this.inbox.inbox().mail(id).answers()).contains(new AnsweredCase(CASE, Evidence.SUBJECT));
        assertThat(this.inbox.reasons())
            .containsExactly("Emnet nevner sak TLS-2026-00042, men ingenting annet viser at e-posten hører til der.");
        this.inbox.inbox().assign(id, CASE);
        assertThat(this.inbox.handler.resumed).singleElement()
            .satisfies((mail) -> assertThat(mail.isTrusted((address) -> false)).isTrue());
        assertThat(this.inbox.state(id)).isEqualTo(MailState.HANDLED);
    }

    @Test
    void aCaseThatHasEndedGetsNoMail() {
        this.inbox.handler.continues = Optional.empty();
        long id = receive("To: tls+{token}@bits.no; Subject: Takk", "Takk!");
        assertThat(this.inbox.state(id)).isEqualTo(MailState.UNCLAIMED);
        assertThatExceptionOfType(CaseTakesNoMail.class).isThrownBy(() -> this.inbox.inbox().assign(id, CASE));
        this.inbox.handler.continues = Optional.of(CASE);
    }

    @ParameterizedTest
    @CsvSource({ "VS: Innmelding", "Fwd: Innmelding", "FW: Innmelding", "WG: Innmelding", "vs : Innmelding" })
    void aForwardOpensACaseOfItsOwnThatKnowsTheOther(String subject) {
        long id = receive("To: tls@bits.no; References: {messageId}; Subject: " + subject, "Se under");
        assertThat(this.inbox.handler.resumed).isEmpty();
        assertThat(this.inbox.handler.handled).singleElement()
            .satisfies((mail) -> assertThat(mail.answers()).contains(new AnsweredCase(CASE, Evidence.REFERENCE)));
        assertThat(this.inbox.inbox().mail(id).caseNumber()).isNotNull().isNotEqualTo(CASE);
    }

    @Test
    void aForgedTokenLeadsNowhere() {
        receive("To: tls+" + "0".repeat(42) + "@bits.no; Subject: Innmelding", "Hei");
        assertThat(this.inbox.handler.resumed).isEmpty();
    }

    @Test
    void onlyATokenAPersonOrAKnownAuthenticatedSenderIsTrusted() {
        String passed = "Authentication-Results: mx.bits.no; dmarc=pass header.from=fjordbanken.example; ";
        receive(passed + "To: tls@bits.no; References: {messageId}; Subject: Hei", "Hei");
        receive("To: tls@bits.no; References: {messageId}; Subject: Hei", "Hei");
        receive("To: tls+{token}@bits.no; Subject: Hei; From: x@annen.example", "Hei");
        List<IncomingMail> mails = this.inbox.handler.resumed;
        assertThat(mails).extracting((mail) -> mail.isTrusted((sender) -> sender.localPart().equals("kari")))
            .containsExactly(true, false, true);
        assertThat(mails.get(0).isTrusted((sender) -> false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Spam-Flag: YES                                                    | true
            X-Spam-Status: Yes, score=12.3 required=5.0                         | true
            X-Spam: Yes                                                         | true
            X-MS-Exchange-Organization-SCL: 9                                   | true
            X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:NO;SFV:SPM;CAT:SPM  | true
            X-Spam-Status: No, score=0.1                                        | false
            X-MS-Exchange-Organization-SCL: -1                                  | false
            """)
    void obviousSpamReachesNobodyButIsKept(String mark, boolean spam) {
        long id = receive("To: tls@bits.no; Subject: Unknown pills; " + mark.replace(";", "\\"), "Buy");
        assertThat(this.inbox.state(id)).isEqualTo(spam ? MailState.SPAM : MailState.UNCLAIMED);
        assertThat(this.inbox.events).hasSize(spam ? 0 : 1);
        this.inbox.inbox().retry(id);
    }

    @Test
    void whatTheFilterSuspectsButWeKnowIsForAPerson() {
        long looksLikeOurs = receive("To: tls@bits.no; X-Spam-Flag: YES; Subject: Innmelding", "Hei");
        assertThat(this.inbox.state(looksLikeOurs)).isEqualTo(MailState.UNCLAIMED);
        assertThat(this.inbox.handler.handled).isEmpty();
        long answer = receive("To: tls+{token}@bits.no; X-Spam-Flag: YES; Subject: Svar", "Hei");
        assertThat(this.inbox.state(answer)).isEqualTo(MailState.HANDLED);
    }

    private long receive(String header, String text) {
        String lines = header.replace("; ", "\r\n")
            .replace("\\", ";")
            .replace("{token}", token())
            .replace("{TOKEN}", token().toUpperCase(Locale.ROOT))
            .replace("{messageId}", TestCorrespondence.messageIdOf(this.ours))
            .replace("no\r\ndmarc", "no; dmarc");
        String from = lines.contains("From:") ? "" : "From: Kari <kari@fjordbanken.example>\r\n";
        long id = this.inbox.stored(from + lines + "\r\n\r\n" + text);
        this.inbox.intake().handleDue(() -> false);
        return id;
    }

    private String token() {
        return TestCorrespondence.tokenOf(this.ours);
    }

}
