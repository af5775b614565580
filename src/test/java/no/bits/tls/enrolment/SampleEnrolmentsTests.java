package no.bits.tls.enrolment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestMailServer;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** What staff are shown of each sample mail is what a careful clerk would find. */
@BackOfficeTest
class SampleEnrolmentsTests {

    private static final Map<String, Set<EnrolmentRule>> RULES = Map.of("missing-appendix-1",
            Set.of(EnrolmentRule.DECLARATION_ATTACHED), "missing-appendix-2",
            Set.of(EnrolmentRule.COMPANY_FORM_ATTACHED), "no-form", Set.of(EnrolmentRule.DECLARATION_ATTACHED),
            "invalid-org-number", Set.of(EnrolmentRule.ORGANISATION_NUMBER_VALID), "org-number-mismatch",
            Set.of(EnrolmentRule.ORGANISATION_NUMBERS_AGREE), "admin-address-personal",
            Set.of(EnrolmentRule.ADMINISTRATOR_GENERIC), "5.2.4-unclear",
            Set.of(EnrolmentRule.INBOUND_ENFORCEMENT_CLEAR, EnrolmentRule.INBOUND_ENFORCEMENT_ANSWERED), "needs-human",
            Set.of(EnrolmentRule.DOCUMENT_FOR_A_PERSON));

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    EnrolmentReview review;

    @Autowired
    JdbcClient jdbc;

    static Stream<JsonNode> samples() throws IOException {
        JsonNode cases = new ObjectMapper().readTree(Path.of("src/test/resources/samples/expected.json").toFile())
            .path("cases");
        return StreamSupport.stream(cases.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrongWithASampleIsFoundAndNothingElse(JsonNode sample) {
        Set<EnrolmentRule> expected = StreamSupport.stream(sample.path("findings").spliterator(), false)
            .filter((finding) -> !finding.path("severity").asText().equals("info"))
            .flatMap((finding) -> Objects.requireNonNull(RULES.get(finding.path("code").asText())).stream())
            .collect(Collectors.toSet());
        Set<String> unread = StreamSupport.stream(sample.path("ocr_only").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());

        List<ReviewSheet.Note> weighty = reviewed(this.mail.deliverSample(sample.path("id").asText())).findings()
            .stream()
            .filter((note) -> note.severity() != Severity.INFO)
            .filter((note) -> !note.rule().equals(EnrolmentRule.DOMAIN_NEW.name())) // others
                                                                                    // may
                                                                                    // have
                                                                                    // listed
                                                                                    // it
            .toList();

        assertThat(weighty).filteredOn((note) -> unread.isEmpty() || note.field() == null)
            .extracting((note) -> EnrolmentRule.valueOf(note.rule()))
            .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aDocumentThatIsNoneIsAFindingAndNoFailure() {
        String id = "broken-docx-" + System.nanoTime();
        this.mail.deliver("""
                From: Per Skrue <per@elsewhere.example>\r
                To: tls@bits.no\r
                Message-ID: <%s@elsewhere.example>\r
                Subject: Innmelding TLS\r
                Content-Type: application/octet-stream; name="vedlegg1.docx"\r
                Content-Disposition: attachment; filename="vedlegg1.docx"\r
                \r
                PK\u0003\u0004 dette er ingen docx\r
                """.formatted(id).getBytes(StandardCharsets.UTF_8));
        assertThat(reviewed(id).findings()).extracting(ReviewSheet.Note::rule)
            .contains(EnrolmentRule.DOCUMENT_READABLE.name());
    }

    @Test
    void formsInAForwardedMailAreFound() throws IOException {
        String id = "forwarded-" + System.nanoTime();
        byte[] sample = Files.readAllBytes(Path.of("src/test/resources/samples/o03.eml"));
        this.mail.deliver("""
                From: Per Skrue <per@elsewhere.example>\r
                To: tls@bits.no\r
                Message-ID: <%s@elsewhere.example>\r
                Subject: VS: Til dere\r
                Content-Type: message/rfc822\r
                Content-Transfer-Encoding: base64\r
                \r
                %s\r
                """.formatted(id, Base64.getMimeEncoder().encodeToString(sample)).getBytes(StandardCharsets.UTF_8));
        ReviewSheet sheet = reviewed(id);
        assertThat(sheet.documents()).extracting(ReviewSheet.Attached::content)
            .startsWith("ikke et skjema")
            .contains("vedlegg 1", "vedlegg 2");
        assertThat(sheet.findings()).extracting(ReviewSheet.Note::rule)
            .doesNotContain(EnrolmentRule.DOCUMENT_FOR_A_PERSON.name());
    }

    private ReviewSheet reviewed(String mark) {
        return await().until(() -> sheet(mark), Optional::isPresent).orElseThrow();
    }

    private Optional<ReviewSheet> sheet(String mark) {
        return this.jdbc.sql("""
                select e.case_number from enrolment e join inbound_mail m on m.id = e.mail_id
                where position(convert_to(?, 'UTF8') in m.raw) > 0 and e.state in ('IN_REVIEW', 'AWAITING_ANSWER')""")
            .param(mark)
            .query(String.class)
            .optional()
            .map((caseNumber) -> this.review.sheet(new CaseNumber(caseNumber)));
    }

}
