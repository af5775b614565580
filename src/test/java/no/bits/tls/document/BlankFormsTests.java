package no.bits.tls.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import no.bits.tls.document.DocumentReading.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Our own blank forms: as their words say, and read back as filled in. */
class BlankFormsTests {

    private final Documents documents = new Documents(TestSettings.DEFAULT);

    static Stream<BlankForm> forms() {
        return BlankForm.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theBlankFormIsWhatItsWordsSay(BlankForm form) throws IOException {
        byte[] kept = getClass().getResourceAsStream("/forms/documents/" + form.fileName()).readAllBytes();
        assertThat(part(kept, "word/document.xml")).as("Run WriteBlankForms after a change of the words")
            .isEqualTo(part(BlankFormWriter.write(form), "word/document.xml"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theBlankFormHoldsNoAnswer(BlankForm form) {
        DocumentReading reading = this.documents.read(form.fileName(), BlankFormWriter.write(form));
        assertThat(reading.kind()).isEqualTo(Kind.READ);
        assertThat(reading.appendices()).containsExactly(form.appendix());
        assertThat(reading.fields()).isEmpty();
        assertThat(reading.remarks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theFilledFormReadsBack(BlankForm form) {
        Map<FormField, String> answers = answers();
        DocumentReading reading = this.documents.read(form.fileName(), Forms.filled(form.fileName(), answers));
        assertThat(reading.appendices()).containsExactly(form.appendix());
        List<FormField> asked = Stream.concat(form.questions().stream(), form.closing().stream())
            .map(BlankForm.Question::field)
            .toList();
        assertThat(reading.fields()).allMatch(FieldReading::understood)
            .filteredOn((field) -> field.field() != FormField.DOMAIN)
            .extracting(FieldReading::field, FieldReading::value)
            .containsExactlyInAnyOrderElementsOf(asked.stream()
                .filter((field) -> field != FormField.DOMAIN)
                .map((field) -> tuple(field, expected().get(field)))
                .toList());
        assertThat(reading.fields()).filteredOn((field) -> field.field() == FormField.DOMAIN)
            .extracting(FieldReading::value)
            .containsExactly("xn--blbrdomene-25an.example", "post.navn-og-dato.example", "ja.example");
    }

    @Test
    void anAnswerThatLooksLikeALabelIsStillAnAnswer() {
        Map<FormField, String> answers = answers();
        answers.put(FormField.ORGANISATION, "Dato Domene Navn AS");
        DocumentReading reading = this.documents.read("x.docx", Forms.filled(BlankForm.VEDLEGG_2.fileName(), answers));
        assertThat(reading.fields()).extracting(FieldReading::field, FieldReading::value)
            .contains(tuple(FormField.ORGANISATION, "Dato Domene Navn AS"));
    }

    private static Map<FormField, String> answers() {
        Map<FormField, String> answers = new EnumMap<>(expected());
        answers.put(FormField.ORGANISATION_NUMBER, "916 960 190");
        answers.put(FormField.DOMAIN, "blåbærdomene.example\nPost.Navn-og-Dato.example\nja.example");
        answers.put(FormField.TECHNICAL_PHONE, "22 00 40 19");
        answers.put(FormField.ENROLMENT_DATE, "03.11.2026");
        answers.put(FormField.DECLARATION_DATE, "2026-11-02");
        answers.put(FormField.SIGNATURE, "Bjørn Østby");
        return answers;
    }

    private static Map<FormField, String> expected() {
        Map<FormField, String> values = new EnumMap<>(FormField.class);
        values.put(FormField.ORGANISATION, "Ærlig & Søn, Ålesund «Sparebank» AS");
        values.put(FormField.ORGANISATION_NUMBER, "916960190");
        values.put(FormField.ADMINISTRATOR_NAME, "Ragnhild D’Angelo-Ødegård");
        values.put(FormField.ADMINISTRATOR_EMAIL, "tls@aerlig.example");
        values.put(FormField.TECHNICAL_EMAIL, "postmaster@aerlig.example");
        values.put(FormField.TECHNICAL_PHONE, "+4722004019");
        values.put(FormField.ENROLMENT_DATE, "2026-11-03");
        values.put(FormField.DECLARATION_DATE, "2026-11-02");
        values.put(FormField.INBOUND_ENFORCEMENT, "Nei");
        values.put(FormField.CONTACT_NAME, "Nguyễn Thị Ánh");
        values.put(FormField.CONTACT_EMAIL, "anh@aerlig.example");
        values.put(FormField.SIGNATORY, "Bjørn Østby");
        values.put(FormField.SIGNATURE, "unknown");
        return values;
    }

    private static String part(byte[] docx, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("<!--.*?-->|(?<=<w:document)[^>]*", "");
                }
            }
        }
        throw new IllegalStateException("There is no part " + name);
    }

}
