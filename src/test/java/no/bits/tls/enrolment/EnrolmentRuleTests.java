package no.bits.tls.enrolment;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.Golden;
import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Kind;
import no.bits.tls.document.FormField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EnrolmentRuleTests {

    @Test
    void completeFormsHaveNoFindings() {
        assertThat(FilledForm.complete().findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongIsFoundAndNothingElse(EnrolmentRule rule, FilledForm form) {
        assertThat(form.findings()).extracting(Finding::rule).containsExactly(rule);
    }

    static Stream<Arguments> whatIsWrongIsFoundAndNothingElse() {
        return Stream.of(arguments(EnrolmentRule.DECLARATION_ATTACHED,
                FilledForm.complete().inform(FormField.ORGANISATION, "Fjordbanken ASA").without(Appendix.DECLARATION)),
                arguments(EnrolmentRule.COMPANY_FORM_ATTACHED, FilledForm.complete().without(Appendix.COMPANY_FORM)),
                arguments(EnrolmentRule.DOCUMENT_READABLE, FilledForm.complete().asA(Kind.UNREADABLE)),
                arguments(EnrolmentRule.DOCUMENT_FOR_A_PERSON, FilledForm.complete().asA(Kind.FOR_A_PERSON)),
                arguments(EnrolmentRule.ORGANISATION_NAMED, FilledForm.complete().without(FormField.ORGANISATION)),
                arguments(EnrolmentRule.ORGANISATION_NAMES_AGREE,
                        FilledForm.complete().inform(FormField.ORGANISATION, "Innlandsbanken")),
                arguments(EnrolmentRule.ORGANISATION_NUMBER_GIVEN,
                        FilledForm.complete().without(FormField.ORGANISATION_NUMBER)),
                arguments(EnrolmentRule.ORGANISATION_NUMBER_VALID,
                        FilledForm.complete().with(FormField.ORGANISATION_NUMBER, "808071613")),
                arguments(EnrolmentRule.ORGANISATION_NUMBERS_AGREE,
                        FilledForm.complete()
                            .with(FormField.ORGANISATION_NUMBER, "800086949")
                            .declare(FormField.ORGANISATION_NUMBER, "805418001")),
                arguments(EnrolmentRule.DOMAIN_GIVEN, FilledForm.complete().without(FormField.DOMAIN)),
                arguments(EnrolmentRule.DOMAINS_VALID, FilledForm.complete().with(FormField.DOMAIN, "fjord_banken")),
                arguments(EnrolmentRule.DOMAINS_AGREE,
                        FilledForm.complete().inform(FormField.DOMAIN, "fjordkort.example")),
                arguments(EnrolmentRule.ADMINISTRATOR_NAMED,
                        FilledForm.complete().without(FormField.ADMINISTRATOR_NAME)),
                arguments(EnrolmentRule.ADMINISTRATOR_GIVEN,
                        FilledForm.complete().without(FormField.ADMINISTRATOR_EMAIL)),
                arguments(EnrolmentRule.ADMINISTRATOR_VALID,
                        FilledForm.complete().with(FormField.ADMINISTRATOR_EMAIL, "tls-admin at fjordbanken")),
                arguments(EnrolmentRule.ADMINISTRATOR_GENERIC,
                        FilledForm.complete().with(FormField.ADMINISTRATOR_EMAIL, "ola.prove@fjordbanken.example")),
                arguments(EnrolmentRule.TECHNICAL_CONTACT_GIVEN,
                        FilledForm.complete().without(FormField.TECHNICAL_EMAIL)),
                arguments(EnrolmentRule.TECHNICAL_CONTACT_VALID,
                        FilledForm.complete().with(FormField.TECHNICAL_EMAIL, "ingen")),
                arguments(EnrolmentRule.TECHNICAL_PHONE_GIVEN,
                        FilledForm.complete().without(FormField.TECHNICAL_PHONE)),
                arguments(EnrolmentRule.ENROLMENT_DATE_GIVEN, FilledForm.complete().without(FormField.ENROLMENT_DATE)),
                arguments(EnrolmentRule.ENROLMENT_DATE_VALID,
                        FilledForm.complete().with(FormField.ENROLMENT_DATE, "snarest")),
                arguments(EnrolmentRule.DATE_UNAMBIGUOUS,
                        FilledForm.complete().remarked(Code.AMBIGUOUS_DATE, "11/03/2026")),
                arguments(EnrolmentRule.INBOUND_ENFORCEMENT_ANSWERED,
                        FilledForm.complete().without(FormField.INBOUND_ENFORCEMENT)),
                arguments(EnrolmentRule.INBOUND_ENFORCEMENT_CLEAR,
                        FilledForm.complete().remarked(Code.INBOUND_ENFORCEMENT_UNCLEAR, "X")),
                arguments(EnrolmentRule.CONTACT_NAMED, FilledForm.complete().without(FormField.CONTACT_NAME)),
                arguments(EnrolmentRule.CONTACT_REACHABLE, FilledForm.complete().without(FormField.CONTACT_EMAIL)),
                arguments(EnrolmentRule.CONTACT_VALID, FilledForm.complete().with(FormField.CONTACT_EMAIL, "se over")),
                arguments(EnrolmentRule.DECLARATION_DATED, FilledForm.complete().without(FormField.DECLARATION_DATE)),
                arguments(EnrolmentRule.DECLARATION_SIGNED, FilledForm.complete().with(FormField.SIGNATURE, "no")),
                arguments(EnrolmentRule.SIGNATURE_VERIFIED, FilledForm.complete().with(FormField.SIGNATURE, "unknown")),
                arguments(EnrolmentRule.ANSWER_VERIFIED,
                        FilledForm.complete().answeredByAStranger("per@elsewhere.example: DMARC ikke bestått")),
                arguments(EnrolmentRule.ANSWER_IN_WORDS,
                        FilledForm.complete().answeredInWordsBy("hege@fjordbanken.example")),
                arguments(EnrolmentRule.SENDER_KNOWN, FilledForm.complete().from("konsulent@raadgiver.example")),
                arguments(EnrolmentRule.NO_MACRO, FilledForm.complete().remarked(Code.MACRO, "vbaProject.bin")),
                arguments(EnrolmentRule.NOTHING_EXTERNAL,
                        FilledForm.complete().remarked(Code.EXTERNAL_REFERENCE, "mal.dotm")),
                arguments(EnrolmentRule.NOTHING_EMBEDDED,
                        FilledForm.complete().remarked(Code.EMBEDDED_OBJECT, "ole.bin")),
                arguments(EnrolmentRule.CHANGES_ACCEPTED, FilledForm.complete().remarked(Code.TRACKED_CHANGES, "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tls@bank.example", "post@bank.example", "it.drift@bank.example",
            "epost-admin@bank.example", "bits@bank.example", "sikker.post@bank.example" })
    void aGenericAddressIsNotTakenForAPersons(String address) {
        assertThat(FilledForm.complete().with(FormField.ADMINISTRATOR_EMAIL, address).findings())
            .extracting(Finding::rule)
            .doesNotContain(EnrolmentRule.ADMINISTRATOR_GENERIC);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfTheFormsHasALabel(FormField field) {
        assertThat(FieldLabel.of(field).norwegian()).isNotBlank();
        assertThat(FieldLabel.of(field).english()).isNotBlank().isNotEqualTo(FieldLabel.of(field).norwegian());
    }

    @Test
    void whatIsMandatoryCanBeAskedFor() {
        assertThat(EnrolmentRule.values()).filteredOn((rule) -> rule.severity() == Severity.MANDATORY)
            .allSatisfy((rule) -> assertThat(Remedy.of(rule)).as(rule.name()).isPresent());
        assertThat(Remedy.values()).extracting(Remedy::name)
            .isSubsetOf(Arrays.stream(EnrolmentRule.values()).map(Enum::name).toList());
    }

    @Test
    void aFindingSurvivesBeingWrittenDown() {
        assertThat(Finding.parse(new Finding(EnrolmentRule.DOMAINS_VALID, "fjord  banken").code()))
            .isEqualTo(new Finding(EnrolmentRule.DOMAINS_VALID, "fjord banken"));
        assertThat(Finding.parse(new Finding(EnrolmentRule.DOMAIN_GIVEN, "").code()))
            .isEqualTo(new Finding(EnrolmentRule.DOMAIN_GIVEN, ""));
    }

    @Test
    void theSentencesReadAsTheyShould() {
        String sentences = Arrays.stream(EnrolmentRule.values())
            .map((rule) -> new Finding(rule, "…"))
            .map((finding) -> "%s · krav %s · %s\n  %s %s\n  %s %s\n".formatted(finding.rule(),
                    finding.rule().requirement(), finding.rule().severity(), finding.norwegian(),
                    finding.words().get("remedy_nb"), finding.english(), finding.words().get("remedy_en")))
            .map((text) -> text.replace(" \n", "\n"))
            .collect(Collectors.joining("\n"));
        Golden.assertMatches(sentences, "enrolment/rules.txt");
    }

}
