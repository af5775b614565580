package no.bits.tls.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample mails' forms, read as a careful clerk reads them. */
class SampleFormsTests {

    private final Documents documents = new Documents(TestSettings.DEFAULT);

    static Stream<JsonNode> mailsWithForms() throws IOException {
        try (InputStream json = SampleFormsTests.class.getResourceAsStream("/samples/expected.json")) {
            JsonNode cases = new ObjectMapper().readTree(json).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).filter((node) -> !node.get("enrolments").isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("mailsWithForms")
    void readsTheFormsOfASampleMailAsAClerkDoes(JsonNode mail) {
        List<DocumentReading> readings = new ArrayList<>();
        Map<String, byte[]> files = SampleMail.attachments(mail.get("file").asText().replace("eml/", ""));
        files.forEach((name, content) -> readings.add(this.documents.read(name, content)));
        List<String> differences = new Comparison(mail, readings).differences();
        assertThat(differences).as(() -> report(mail, readings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Appendix1_Declaration_of_conformity_en", "Vedlegg1_Samsvarserklaering_nb" })
    void aBlankDeclarationHoldsNothing(String name) throws IOException {
        assertThat(blank(name).appendices()).containsExactly(Appendix.DECLARATION);
        assertThat(blank(name).fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "Appendix2_Information_en", "Vedlegg2_Opplysninger_nb" })
    void aBlankCompanyFormHoldsNothing(String name) throws IOException {
        assertThat(blank(name).appendices()).containsExactly(Appendix.COMPANY_FORM);
        assertThat(blank(name).fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "Requirements_Forced_TLS_combined_en")
    void theRequirementsWithBlankAppendicesHoldNothing(String name) throws IOException {
        assertThat(blank(name).appendices()).containsExactly(Appendix.values());
        assertThat(blank(name).fields()).isEmpty();
    }

    private DocumentReading blank(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/samples/blank/" + name + ".docx")) {
            return this.documents.read(name + ".docx", file.readAllBytes());
        }
    }

    private static String report(JsonNode mail, List<DocumentReading> readings) {
        StringBuilder report = new StringBuilder(mail.get("id").asText() + " " + mail.get("title").asText());
        for (DocumentReading reading : readings) {
            report.append("\n%s: %s %s %s".formatted(reading.fileName(), reading.kind(), reading.appendices(),
                    reading.remarks()));
            reading.fields().forEach((field) -> report.append("\n    ").append(field));
        }
        return report.toString();
    }

    /** One mail's readings held against what the clerk read. */
    private record Comparison(JsonNode mail, List<DocumentReading> readings) {

        List<String> differences() {
            JsonNode expected = this.mail.get("enrolments").get(0);
            List<String> found = new ArrayList<>();
            compare(found, "organisation", expected, FormField.ORGANISATION);
            compare(found, "org_number", expected, FormField.ORGANISATION_NUMBER);
            compare(found, "domains", expected, FormField.DOMAIN);
            compare(found, "name", expected.get("administrator"), FormField.ADMINISTRATOR_NAME);
            compare(found, "email", expected.get("administrator"), FormField.ADMINISTRATOR_EMAIL);
            compare(found, "email", expected.get("technical"), FormField.TECHNICAL_EMAIL);
            compare(found, "phone", expected.get("technical"), FormField.TECHNICAL_PHONE);
            compare(found, "date", expected, FormField.ENROLMENT_DATE);
            compare(found, "declaration_date", expected, FormField.DECLARATION_DATE);
            compare(found, "requirement_5_2_4", expected, FormField.INBOUND_ENFORCEMENT);
            compare(found, "name", expected.get("contact"), FormField.CONTACT_NAME);
            compare(found, "email", expected.get("contact"), FormField.CONTACT_EMAIL);
            compare(found, "signatory", expected, FormField.SIGNATORY);
            compare(found, "signed", expected, FormField.SIGNATURE);
            compareAppendices(found);
            return found;
        }

        private void compare(List<String> differences, String key, JsonNode expected, FormField field) {
            Set<String> read = fields((reading) -> reading.field() == field);
            Set<Set<String>> right = acceptable(key, expected);
            boolean withPerson = read.isEmpty() && isForAPerson(field);
            if (!right.contains(read) && !withPerson) {
                differences.add("%s: %s instead of %s".formatted(field, read, right));
            }
        }

        private boolean isForAPerson(FormField field) {
            boolean scanned = this.readings.stream().anyMatch((reading) -> reading.kind() == Kind.FOR_A_PERSON);
            return scanned && this.mail.has("ocr_only")
                    && Set
                        .of(FormField.ORGANISATION, FormField.CONTACT_NAME, FormField.CONTACT_EMAIL,
                                FormField.DECLARATION_DATE, FormField.SIGNATORY, FormField.SIGNATURE)
                        .contains(field);
        }

        private void compareAppendices(List<String> differences) {
            for (Appendix appendix : Appendix.values()) {
                String code = "missing-appendix-" + (appendix.ordinal() + 1);
                boolean missing = this.mail.get("findings").findValuesAsText("code").contains(code);
                boolean found = this.readings.stream()
                    .anyMatch((reading) -> reading.appendices().contains(appendix)
                            || reading.kind() == Kind.FOR_A_PERSON);
                if (missing == found) {
                    differences.add("%s is %s".formatted(appendix, found ? "found" : "missing"));
                }
            }
            boolean unclear = this.mail.get("findings").findValuesAsText("code").contains("5.2.4-unclear");
            boolean remarked = this.readings.stream()
                .flatMap((reading) -> reading.remarks().stream())
                .anyMatch((remark) -> remark.code() == Code.INBOUND_ENFORCEMENT_UNCLEAR);
            if (unclear != remarked) {
                differences.add("5.2.4 remark is " + remarked);
            }
        }

        private Set<String> fields(Predicate<FieldReading> wanted) {
            return this.readings.stream()
                .flatMap((reading) -> reading.fields().stream())
                .filter(wanted)
                .map(FieldReading::value)
                .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Set<Set<String>> acceptable(String key, JsonNode expected) {
            Set<Set<String>> right = new java.util.HashSet<>();
            right.add(values(expected.get(key)));
            if (expected.has(key + "_acceptable")) {
                expected.get(key + "_acceptable").forEach((value) -> right.add(values(value)));
            }
            if (expected.has(key + "_candidates")) {
                right.add(values(expected.get(key + "_candidates")));
            }
            return right;
        }

        private static Set<String> values(JsonNode node) {
            if (node.isArray()) {
                Set<String> values = new TreeSet<>();
                node.forEach((value) -> values.addAll(values(value)));
                return values;
            }
            if (node.isBoolean()) {
                return Set.of(node.asBoolean() ? "Ja" : "Nei");
            }
            return node.isNull() ? Set.of() : Set.of(node.asText());
        }

    }

}
