package no.bits.tls.outbox;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.nio.charset.StandardCharsets;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.OutgoingMail.State;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

class OutboxTests {

    private static final String CASE = "TLS-2026-00042";

    @AutoClose
    private final OutboxFixture fixture = new OutboxFixture();

    @Test
    void letterOfARolledBackStepIsNotOwed() {
        this.fixture.transaction.executeWithoutResult((status) -> {
            this.fixture.outbox.send(OutboxFixture.letter(CASE, Importance.OWED));
            status.setRollbackOnly();
        });
        this.fixture.deliver();
        assertThat(this.fixture.outbox.mailsOf(new CaseNumber(CASE))).isEmpty();
        assertThat(this.fixture.server.connections()).isZero();
    }

    @Test
    void letterOutsideAStepIsRefused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> this.fixture.outbox.send(OutboxFixture.letter(CASE, Importance.OWED)));
    }

    @Test
    void sameLetterTwiceIsOneMail() {
        this.fixture.owe(CASE);
        this.fixture.deliver();
        this.fixture.owe(CASE);
        this.fixture.deliver();
        assertThat(this.fixture.outbox.mailsOf(new CaseNumber(CASE))).hasSize(1);
        assertThat(this.fixture.server.journal()).hasSize(1);
    }

    @Test
    void capitalLettersInAnAddressMakeNoSecondMail() {
        this.fixture.owe(CASE);
        this.fixture.owe(to("IT@fjordbanken.example", ""));
        assertThat(this.fixture.outbox.mailsOf(new CaseNumber(CASE))).hasSize(1);
    }

    @Test
    void anotherPeriodRecipientOrCaseIsAnotherMail() {
        this.fixture.owe(CASE);
        this.fixture.owe(to("it@fjordbanken.example", "2026-Q4"));
        this.fixture.owe(to("drift@fjordbanken.example", ""));
        this.fixture.owe("TLS-2026-00043");
        this.fixture.deliver();
        assertThat(this.fixture.server.journal()).hasSize(4);
    }

    @Test
    void letterThatCannotBeWrittenStoresNothing() {
        assertThatExceptionOfType(MissingWord.class).isThrownBy(() -> this.fixture.owe(new Letter("enrolment-receipt",
                new CaseNumber(CASE), new EmailAddress("a@b.example"), "", Importance.OWED, List.of(), Map.of())));
        assertThat(this.fixture.outbox.mailsOf(new CaseNumber(CASE))).isEmpty();
    }

    @Test
    void mailSaysWhatItIs() throws Exception {
        this.fixture.owe(CASE);
        OutgoingMail stored = this.fixture.mail(CASE);
        String token = this.fixture.context.getBean(MailToken.class).of(stored.id());
        MimeMessage mail = message();
        assertThat(mail.getFrom()).extracting(Object::toString)
            .containsExactly("=?UTF-8?Q?Bits_=E2=80=93_tvungen_TLS?= <tls@bits.no>");
        assertThat(header(mail, "To")).isEqualTo("it@fjordbanken.example");
        assertThat(mail.getSubject()).isEqualTo(stored.subject()).startsWith("[TLS-2026-00042] ");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(Instant.parse("2026-11-03T08:15:00Z")));
        assertThat(header(mail, "Date")).isEqualTo("Tue, 3 Nov 2026 09:15:00 +0100");
        assertThat(mail.getMessageID()).isEqualTo("<o.%s@tls.bits.no>".formatted(stored.id()));
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply");
        assertThat(header(mail, "X-Bits-TLS")).isEqualTo("tls.bits.no");
        assertThat(header(mail, "Reply-To")).isEqualTo("tls+%s@bits.no".formatted(token));
        assertThat(mail.getHeader("In-Reply-To")).isNull();
        assertThat(mail.getHeader("References")).isNull();
        assertThat(mail.getContent().toString().replace("\r\n", "\n").stripTrailing())
            .isEqualTo(stored.text().stripTrailing());
    }

    @Test
    void mailIsSevenBitCleanWithLinesThatEveryServerTakes() {
        this.fixture.owe(CASE);
        String raw = new String(bytes(), StandardCharsets.ISO_8859_1);
        assertThat(raw).matches("[\\r\\n\\x20-\\x7e]*")
            .endsWith("\r\n")
            .doesNotContainPattern("(?<!\\r)\\n|\\r(?!\\n)");
        assertThat(raw.lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void storedBytesArriveAsTheyAre() {
        this.fixture.owe(CASE);
        this.fixture.deliver();
        String sent = new String(bytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n");
        assertThat(this.fixture.server.journal().get(0).content() + "\n").isEqualTo(sent);
    }

    @Test
    void mailJoinsTheThreadThatItAnswersAndOurEarlierMailsToThisRecipient() throws Exception {
        this.fixture.owe(OutboxFixture.letter(CASE, Importance.OWED, List.of("<a@x.example>")));
        String first = "<o.%s@tls.bits.no>".formatted(this.fixture.mail(CASE).id());
        this.fixture.owe(to("other@x.example", ""));
        this.fixture.clock.travel(Duration.ofDays(1));
        this.fixture.owe(new Letter("enrolment-declined", new CaseNumber(CASE),
                new EmailAddress("it@fjordbanken.example"), "second", Importance.OWED,
                List.of("<a@x.example>", "<c@x.example>"), OutboxFixture.letter(CASE, Importance.OWED).words()));
        MimeMessage mail = message();
        assertThat(header(mail, "In-Reply-To")).isEqualTo("<c@x.example>");
        assertThat(header(mail, "References").replaceAll("\\s+", " "))
            .isEqualTo("<a@x.example> <c@x.example> " + first);
    }

    @Test
    void strangersMessageIdsCannotInjectHeaders() throws Exception {
        this.fixture.owe(OutboxFixture.letter(CASE, Importance.OWED,
                List.of("<a@x>\r\nBcc: <b@x>", "junk", "<" + "x".repeat(5000) + ">", "<å@x>", "<good@x>")));
        MimeMessage mail = message();
        assertThat(header(mail, "References")).isEqualTo("<good@x>");
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void strangersWordsCannotInjectHeaders() throws Exception {
        this.fixture.owe(new Letter("enrolment-listed", new CaseNumber(CASE), new EmailAddress("it@x.example"), "",
                Importance.OWED, List.of(),
                Map.of("organisation", "Bank\r\nBcc: all@x.example\r\n\r\nBody", "domains", List.of(), "enrolledOn",
                        LocalDate.EPOCH, "inboundEnforcement", "Ja", "version", 1, "milestoneOn", LocalDate.EPOCH,
                        "listUrl", "u", "csvUrl", "u", "jsonUrl", "u")));
        MimeMessage mail = message();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).contains("Bank Bcc: all@x.example Body");
    }

    @Test
    void staffSeeWhatWeSent() throws Exception {
        this.fixture.owe(CASE);
        this.fixture.deliver();
        OutgoingMail mail = this.fixture.mail(CASE);
        assertThat(mail.state()).isEqualTo(State.SENT);
        assertThat(mail.text()).contains("Fjordbånken").endsWith("Saksnummer / Case number: TLS-2026-00042\n");
        desk().perform(get("/desk/cases/TLS-2026-00042/sent"))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$[0].id").value(mail.id().toString()))
            .andExpect(jsonPath("$[0].recipient").value("it@fjordbanken.example"))
            .andExpect(jsonPath("$[0].state").value("SENT"))
            .andExpect(jsonPath("$[0].sentAt").value("2026-11-03T08:15:00Z"));
        desk().perform(get("/desk/cases/nonsense/sent")).andExpect(status().isBadRequest());
    }

    private MockMvc desk() {
        return MockMvcBuilders.standaloneSetup(new OutboxDesk(this.fixture.outbox, new SentList(this.fixture.jdbc)))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(
                    new Jackson2ObjectMapperBuilder().featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build()))
            .build();
    }

    private Letter to(String recipient, String period) {
        Letter letter = OutboxFixture.letter(CASE, Importance.OWED);
        return new Letter(letter.purpose(), letter.caseNumber(), new EmailAddress(recipient), period,
                letter.importance(), letter.thread(), letter.words());
    }

    private byte[] bytes() {
        return this.fixture.jdbc.sql("select message from backoffice.outbound_mail order by created_at desc limit 1")
            .query(byte[].class)
            .single();
    }

    private MimeMessage message() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes()));
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return String.join(" | ", mail.getHeader(name));
    }

}
