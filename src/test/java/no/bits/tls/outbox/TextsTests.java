package no.bits.tls.outbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import no.bits.tls.changepack.ChangePack;
import no.bits.tls.changepack.PackFile;
import no.bits.tls.domainlist.DomainListVersion;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.domainlist.MailServer;
import no.bits.tls.evidence.Cause;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.Texts.Text;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds our texts against the files in {@code src/test/resources/golden/mails}; after a
 * wanted change {@code ./mvnw test -Dtest=TextsTests -Dgolden.update=true} rewrites them.
 */
class TextsTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/mails");

    private static final Map<String, Object> RECEIPT = Map.of("subject", "Innmelding – tvungen TLS", "receivedAt",
            Instant.parse("2026-11-03T08:15:00Z"));

    private static final Map<String, Object> LISTED = Map.of("organisation", "Blåskogstjerne Sparebank ASA", "domains",
            List.of(new DomainName("blaskog.example"), new DomainName("xn--blskogstjerne-qfb.example")), "enrolledOn",
            LocalDate.of(2026, 11, 3), "inboundEnforcement", "Nei", "version", 42L, "milestoneOn",
            LocalDate.of(2027, 2, 3), "listUrl", "https://www.bits.no/tls", "csvUrl",
            "https://www.bits.no/tls/domains.csv", "jsonUrl", "https://www.bits.no/tls/domains.json");

    private static final Map<String, Object> DECLINED = Map.of("organisation", "Fjordbanken AS", "reason",
            "Erklæringen er signert av en person som ikke er IT-leder.\nBe IT-lederen om å signere den.", "findings",
            List.of(Map.of("requirement", "5.1.4", "sentence_nb",
                    "Organisasjonsnummeret 123456789 er ikke gyldig: kontrollsifferet stemmer ikke.", "sentence_en",
                    "The organisation number 123456789 is not valid: its check digit is wrong."),
                    Map.of("requirement", "5.3.2", "sentence_nb",
                            "E-postadressen til administratoren tilhører en person. Den skal være en felles adresse.",
                            "sentence_en",
                            "The administrator's e-mail address belongs to one person. It must be a shared one.")));

    private static final Map<String, Object> MORE_NEEDED = Map.of("organisation", "Fjordbanken AS", "points", List.of(
            Map.of("requirement", "5.1.5", "sentence_nb", "Datoen på samsvarserklæringen mangler.", "remedy_nb",
                    "Send vedlegg 1 på nytt med dato.", "sentence_en",
                    "The date of the declaration of conformity is missing.", "remedy_en",
                    "Please send appendix 1 again with a date."),
            Map.of("requirement", "5.1.4", "sentence_nb",
                    "«skjema.doc» kan ikke åpnes. Send skjemaet på nytt, for eksempel som docx.", "remedy_nb", "",
                    "sentence_en", "“skjema.doc” cannot be opened. Please send the form again, for example as docx.",
                    "remedy_en", "")),
            "words", "Er Fjordkort en del av virksomheten?\nVi ringer gjerne: 22 00 00 00.", "askedOn",
            LocalDate.of(2026, 11, 3), "reminderOn", LocalDate.of(2026, 11, 17), "lapseDue",
            Instant.parse("2026-12-03T08:15:00Z"));

    private static final Map<String, Object> CONTACT_CHANGED = Map.of("organisation", "Blåskogstjerne Sparebank ASA",
            "role_nb", "administrator og teknisk kontakt", "role_en", "administrator and technical contact",
            "oldAddress", "tls@blaskog.example", "newAddress", "epost@blaskog.example", "changedOn",
            LocalDate.of(2026, 11, 3));

    private static final List<ListedDomain> BANKS = List.of(
            new ListedDomain("Fjellvåkbanken ASA", null, new DomainName("fjellvak.example"), LocalDate.of(2026, 11, 10),
                    true),
            new ListedDomain("Einebær Pensjonskasse", null, new DomainName("einebaer.example"),
                    LocalDate.of(2026, 12, 1), false));

    private static final ChangePack PACK = new ChangePack(42,
            new DomainListVersion(57, Instant.parse("2027-02-01T12:00:00Z"), 311, "00"),
            List.of(new ChangePack.Part(ChangePack.Kind.ADDED, BANKS),
                    new ChangePack.Part(ChangePack.Kind.LEFT, BANKS.subList(1, 2)),
                    new ChangePack.Part(ChangePack.Kind.TURNED_JA, Collections.nCopies(22, BANKS.get(0)))));

    private static final ChangePack NOTHING_NEW = new ChangePack(57, PACK.version(), List.of());

    private static final Map<String, Object> ASKED = Map.of("organisation", "Blåskogstjerne Sparebank ASA", "domains",
            List.of(new DomainName("blaskog.example"), new DomainName("xn--blskogstjerne-qfb.example")), "dueOn",
            LocalDate.of(2027, 2, 3), "ja", false, "askedOn", LocalDate.of(2027, 2, 3), "quarter", "2027-Q1",
            "answerUrl", "https://www.bits.no/tls/milestone/0123456789abcdefghijklmnopqrstuv0123456", "confirmUrl",
            "https://www.bits.no/tls/review/0123456789abcdefghijklmnopqrstuv0123456", "listUrl",
            "https://www.bits.no/tls");

    private static final Map<String, Object> TOLD = with(
            with(with(ASKED, "pack", PACK), "servers", EnumSet.of(MailServer.POSTFIX, MailServer.EXCHANGE_ONLINE)),
            "files", List.of(new PackFile("postfix-inbound.txt",
                    URI.create("https://www.bits.no/tls/pack/0123/postfix-inbound.txt"))));

    private static final Map<String, Object> TOLD_NOTHING = with(
            with(with(ASKED, "pack", NOTHING_NEW), "servers", Set.of()), "files", List.of());

    private final Texts texts = new Texts();

    @Test
    void receiptReadsAsAgreed() throws IOException {
        assertGolden("enrolment-receipt", text("enrolment-receipt", RECEIPT));
    }

    @Test
    void confirmationOfAnEnrolmentWithoutInboundEnforcementReadsAsAgreed() throws IOException {
        assertGolden("enrolment-listed", text("enrolment-listed", LISTED));
    }

    @Test
    void confirmationOfAnEnrolmentWithInboundEnforcementReadsAsAgreed() throws IOException {
        assertGolden("enrolment-listed-enforcing", text("enrolment-listed", with(LISTED, "inboundEnforcement", "Ja")));
    }

    @Test
    void refusalReadsAsAgreed() throws IOException {
        assertGolden("enrolment-declined", text("enrolment-declined", DECLINED));
    }

    @Test
    void refusalWithoutFindingsReadsAsAgreed() throws IOException {
        assertGolden("enrolment-declined-without-findings",
                text("enrolment-declined", with(DECLINED, "findings", List.of())));
    }

    @Test
    void noteAheadOfAMilestoneReadsAsAgreed() throws IOException {
        assertGolden("milestone-note", text("milestone-note", ASKED));
        assertGolden("milestone-note-ja", text("milestone-note", with(ASKED, "ja", true)));
    }

    @Test
    void questionOfAMilestoneReadsAsAgreed() throws IOException {
        assertGolden("milestone-question", text("milestone-question", TOLD));
        assertGolden("milestone-question-unknown-server", text("milestone-question", with(TOLD_NOTHING, "ja", true)));
    }

    @Test
    void remindersOfAMilestoneReadAsAgreed() throws IOException {
        assertGolden("milestone-reminder", text("milestone-reminder", with(ASKED, "last", false)));
        assertGolden("milestone-reminder-last", text("milestone-reminder", with(ASKED, "last", true)));
    }

    @Test
    void newDateOfAMilestoneReadsAsAgreed() throws IOException {
        assertGolden("milestone-new-date",
                text("milestone-new-date", with(ASKED, "words", "Som avtalt på telefon i dag.")));
    }

    @Test
    void outcomeOfAMilestoneReadsAsAgreed() throws IOException {
        Map<String, Object> words = with(ASKED, "words", "");
        assertGolden("milestone-outcome-ja",
                text("milestone-outcome", with(with(words, "done", true), "mayTest", true)));
        assertGolden("milestone-outcome", text("milestone-outcome",
                with(with(with(ASKED, "words", "Vi bruker Exchange Server."), "done", false), "mayTest", false)));
    }

    @Test
    void proofOfAMilestoneReadsAsAgreed() throws IOException {
        Map<String, Object> good = Map.of("domain", new DomainName("blaskog.example"), "enforcement", "ENFORCED",
                "transcript", List.of());
        Map<String, Object> bad = Map.of("domain", new DomainName("xn--blskogstjerne-qfb.example"), "enforcement",
                "DELAYED", "transcript", List.of("mx.blaskog.example 192.0.2.25", "C: MAIL FROM:<postmaster@bits.no>",
                        "S: 450 4.7.1 Session encryption is required"));
        assertGolden("milestone-proof-good",
                text("milestone-proof", with(with(ASKED, "proven", true), "tried", List.of(good))));
        assertGolden("milestone-proof",
                text("milestone-proof", with(with(ASKED, "proven", false), "tried", List.of(good, bad))));
    }

    @Test
    void noticesOfADriftReadAsAgreed() throws IOException {
        Map<String, Object> words = with(with(ASKED, "domain", new DomainName("xn--blskog-jua.example")), "failing",
                true);
        Map<String, Object> domain = Map.of("mailHost", "", "number", "5.1.1", "norwegian",
                "Domenet har ingen e-posttjener. Legg inn en MX-post.", "english",
                "The domain has no mail server. Add an MX record.");
        Map<String, Object> server = Map.of("mailHost", "mx1.blaskog.example", "number", "5.1.2", "norwegian",
                "Sertifikatet gikk ut 3. mars 2027. Forny det.", "english",
                "The certificate expired on 3 March 2027. Renew it.");
        Map<String, Object> failing = with(with(words, "troubles", List.of(domain, server)), "again", false);
        assertGolden("drift-notice", text("drift-notice", failing));
        assertGolden("drift-notice-again", text("drift-notice", with(failing, "again", true)));
        assertGolden("drift-expiry",
                text("drift-expiry",
                        with(with(words, "expiresOn", LocalDate.of(2027, 3, 3)), "certificates",
                                List.of(Map.of("mailHost", "mx1.blaskog.example", "subject", "CN=mx1.blaskog.example",
                                        "issuer", "CN=Buypass Class 2 CA 5,O=Buypass AS,C=NO")))));
        assertGolden("drift-mended", text("drift-mended", words));
        assertGolden("drift-mended-certificate", text("drift-mended", with(words, "failing", false)));
    }

    @Test
    void lettersToWhoReportedAnErrorReadAsAgreed() throws IOException {
        Map<String, Object> words = errorWords("CERTIFICATE_EXPIRED");
        Map<String, Object> fresh = with(with(words, "known", false), "told", false);
        assertGolden("error-received", text("error-received", fresh));
        assertGolden("error-received-known", text("error-received", with(with(fresh, "known", true), "told", true)));
        assertGolden("error-received-unknown",
                text("error-received", with(with(fresh, "cause", Cause.UNKNOWN), "domains", List.of())));
        assertGolden("error-forwarded", text("error-forwarded", words));
        Map<String, Object> question = with(words, "passes", true);
        assertGolden("error-question", text("error-question", question));
        assertGolden("error-question-without-domain",
                text("error-question", with(with(with(question, "passes", false), "domains", List.of()), "words", "")));
        Map<String, Object> ended = with(words, "reporter", true);
        assertGolden("error-conclusion", text("error-conclusion", with(ended, "words", "")));
        assertGolden("error-conclusion-unsolved", text("error-conclusion", with(ended, "state", "UNSOLVED")));
        assertGolden("error-conclusion-left", text("error-conclusion", with(ended, "state", "LEFT")));
    }

    @ParameterizedTest
    @CsvSource({ "error-answer,OWN_SIDE,UNKNOWN", "error-answer-plain,OWN_SIDE,POLICY_REJECTED",
            "error-answer-roots,OWN_SIDE,CERTIFICATE_NOT_TRUSTED",
            "error-answer-name,OWN_SIDE,CERTIFICATE_HOST_MISMATCH",
            "error-answer-firewall,OWN_SIDE,STARTTLS_NOT_SUPPORTED",
            "error-answer-no-recipient,NOT_TLS,RECIPIENT_UNKNOWN", "error-answer-policy,NOT_TLS,POLICY_REJECTED",
            "error-answer-not-tls,NOT_TLS,UNKNOWN", "error-answer-not-listed,NOT_LISTED,UNKNOWN" })
    void answersToErrorReportsReadAsAgreed(String file, String kind, String cause) throws IOException {
        Map<String, Object> words = with(with(errorWords(cause), "kind", kind), "passes", true);
        assertGolden(file, text("error-answer", words));
    }

    @Test
    void lettersToWhoRunsFailingServersReadAsAgreed() throws IOException {
        Map<String, Object> words = with(errorWords("CERTIFICATE_EXPIRED"), "organisation", "Blåskog Sparebank");
        words = with(with(words, "own", List.of(new DomainName("xn--blskog-jua.example"))), "reporting",
                List.of("Sognebanken AS", "Dalbanken AS"));
        Map<String, Object> quote = Map.of("server", "mx1.blaskog.example", "at", Instant.parse("2027-03-04T08:58:11Z"),
                "said", "4.7.5 Server certificate not trusted");
        Map<String, Object> trouble = Map.of("mailHost", "mx1.blaskog.example", "number", "5.1.2", "norwegian",
                "Sertifikatet gikk ut 3. mars 2027. Forny det.", "english",
                "The certificate expired on 3 March 2027. Renew it.");
        Map<String, Object> notice = with(with(with(words, "quotes", List.of(quote)), "troubles", List.of(trouble)),
                "again", false);
        assertGolden("error-notice", text("error-notice", notice));
        assertGolden("error-notice-again", text("error-notice", with(notice, "again", true)));
        assertGolden("error-notice-bare",
                text("error-notice", with(with(
                        with(with(with(notice, "reporting", List.of()), "quotes", List.of()), "troubles", List.of()),
                        "words", ""), "cause", Cause.UNKNOWN)));
        assertGolden("error-leaving", text("error-leaving", with(words, "leavesOn", LocalDate.of(2027, 4, 9))));
        assertGolden("error-conclusion-participant",
                text("error-conclusion", with(with(words, "reporter", false), "words", "")));
        assertGolden("error-conclusion-participant-left",
                text("error-conclusion", with(with(with(words, "reporter", false), "words", ""), "state", "LEFT")));
    }

    private static Map<String, Object> errorWords(String cause) {
        return Map.of("domains", List.of(new DomainName("xn--blskog-jua.example")), "cause", Cause.valueOf(cause),
                "state", "SOLVED", "words", "Ring oss gjerne på 22 00 00 00.", "days", 5);
    }

    @Test
    void changePackOfAReviewReadsAsAgreed() throws IOException {
        assertGolden("review-change-pack", text("review-change-pack", TOLD));
        assertGolden("review-change-pack-nothing-new", text("review-change-pack", TOLD_NOTHING));
        assertGolden("review-change-pack-first", text("review-change-pack",
                with(TOLD_NOTHING, "pack", new ChangePack(0, PACK.version(), PACK.parts().subList(0, 1)))));
    }

    @Test
    void remindersOfAReviewReadAsAgreed() throws IOException {
        Map<String, Object> first = with(with(ASKED, "last", false), "again", false);
        assertGolden("review-reminder", text("review-reminder", first));
        assertGolden("review-reminder-last", text("review-reminder", with(first, "last", true)));
        assertGolden("review-reminder-again", text("review-reminder", with(first, "again", true)));
    }

    @Test
    void askingAgainAboutAReviewReadsAsAgreed() throws IOException {
        assertGolden("review-again", text("review-again", with(ASKED, "words", "Som avtalt på telefon i dag.")));
    }

    @Test
    void receiptOfAnEnquiryReadsAsAgreed() throws IOException {
        Map<String, Object> words = with(RECEIPT, "topic_nb", "et spørsmål");
        assertGolden("enquiry-received", text("enquiry-received", with(words, "topic_en", "a question")));
    }

    @Test
    void answerToAnEnquiryReadsAsAgreed() throws IOException {
        assertGolden("enquiry-answer",
                text("enquiry-answer", Map.of("answer", "Hei,\n\nja, begge domenene kan stå i samme skjema.")));
    }

    @Test
    void requestReadsAsAgreed() throws IOException {
        assertGolden("enrolment-more-needed", text("enrolment-more-needed", MORE_NEEDED));
    }

    @Test
    void requestWithoutWordsOfStaffReadsAsAgreed() throws IOException {
        assertGolden("enrolment-more-needed-by-itself",
                text("enrolment-more-needed", with(with(MORE_NEEDED, "words", ""), "organisation", "")));
    }

    @Test
    void requestInWordsAloneReadsAsAgreed() throws IOException {
        assertGolden("enrolment-more-needed-in-words",
                text("enrolment-more-needed", with(MORE_NEEDED, "points", List.of())));
    }

    @Test
    void reminderReadsAsAgreed() throws IOException {
        assertGolden("enrolment-reminder", text("enrolment-reminder", MORE_NEEDED));
    }

    @Test
    void lapseReadsAsAgreed() throws IOException {
        assertGolden("enrolment-lapsed", text("enrolment-lapsed", MORE_NEEDED));
    }

    @Test
    void newContactReadsAsAgreed() throws IOException {
        assertGolden("contact-changed", text("contact-changed", CONTACT_CHANGED));
    }

    @Test
    void everyTextHasAGoldenFile() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/mails"))) {
            assertThat(files.map((file) -> GOLDEN.resolve(file.getFileName()))).isNotEmpty()
                .allSatisfy((golden) -> assertThat(golden).exists());
        }
    }

    @Test
    void missingWordIsAnErrorThatNamesTextAndWord() {
        assertThatExceptionOfType(MissingWord.class)
            .isThrownBy(() -> text("enrolment-receipt", Map.of("receivedAt", Instant.EPOCH)))
            .withMessage("The text mails/enrolment-receipt.txt needs the word subject: add it to the letter's words");
        assertThatExceptionOfType(MissingWord.class)
            .isThrownBy(() -> text("enrolment-listed", without(LISTED, "inboundEnforcement")))
            .withMessageContaining("inboundEnforcement");
    }

    @Test
    void unknownPurposeIsAnErrorThatNamesTheFile() {
        assertThatExceptionOfType(UnknownText.class).isThrownBy(() -> text("../application", Map.of()))
            .withMessage("There is no text mails/../application.txt: write it or correct the letter's purpose");
    }

    @Test
    void strangersCannotBreakOutOfTheSubject() {
        Text text = text("enrolment-listed", with(LISTED, "organisation",
                "Bank\r\nBcc: all@example.com\r\n\r\nEvil\u0000\u0085\u2028text\u202e " + "x".repeat(500)));
        assertThat(text.subject()).startsWith("[TLS-2026-00042] Bank Bcc: all@example.com Evil text x")
            .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u202e]")
            .hasSizeLessThan(220);
        assertThat(text.body()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u202e&&[^\\n]]");
    }

    @Test
    void strangersCannotWriteExpressions() {
        Text text = text("enrolment-receipt", with(RECEIPT, "subject", "[(${caseNumber})] [[${7*7}]] [# th:if=\"\"]"));
        assertThat(text.body()).contains("«[(${caseNumber})] [[${7*7}]] [# th:if=\"\"]»");
    }

    @Test
    void linesFitTheScreenUnlessOneWordDoesNot() {
        Text text = text("enrolment-declined",
                with(DECLINED, "reason", "Se " + "w".repeat(90) + " og les. ".repeat(30)));
        assertThat(text.body().lines().filter((line) -> line.length() > Prose.WIDTH)).containsOnly("w".repeat(90));
    }

    @Test
    void lastLineNamesTheCase() {
        assertThat(text("enrolment-receipt", RECEIPT).body())
            .endsWith("\n\nSaksnummer / Case number: TLS-2026-00042\n");
    }

    private Text text(String purpose, Map<String, Object> words) {
        return this.texts.of(new Letter(purpose, new CaseNumber("TLS-2026-00042"),
                new EmailAddress("kari@fjordbanken.example"), "", Importance.OWED, List.of(), words),
                new EmailAddress("tls@bits.no"));
    }

    private static void assertGolden(String name, Text text) throws IOException {
        Path golden = GOLDEN.resolve(name + ".txt");
        String actual = "Subject: %s\n\n%s".formatted(text.subject(), text.body());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    private static Map<String, Object> with(Map<String, Object> words, String name, Object word) {
        Map<String, Object> changed = new HashMap<>(words);
        changed.put(name, word);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> words, String name) {
        Map<String, Object> changed = new HashMap<>(words);
        changed.remove(name);
        return changed;
    }

}
