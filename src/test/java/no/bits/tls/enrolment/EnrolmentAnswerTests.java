package no.bits.tls.enrolment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import no.bits.tls.document.Appendix;
import no.bits.tls.document.DocumentReading;
import no.bits.tls.document.DocumentReading.Code;
import no.bits.tls.document.DocumentReading.Kind;
import no.bits.tls.document.FormField;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer makes of an enrolment whose first mail was read. */
class EnrolmentAnswerTests {

    private static final Instant NOW = Instant.parse("2026-11-03T08:15:00Z");

    @Test
    void aMissingAppendixCompletesTheOther() {
        Enrolment enrolment = answered(opened(FilledForm.complete().without(Appendix.DECLARATION).document("v2.docx")),
                true, FilledForm.complete().without(Appendix.COMPANY_FORM).document("v1.docx"));
        assertThat(enrolment.form()).isEqualTo(FilledForm.complete().form());
        assertThat(enrolment.contributions().validDocuments()).hasSize(2);
        assertThat(enrolment.changes()).allSatisfy((change) -> assertThat(change.mailId()).isEqualTo(2))
            .extracting(Change::field)
            .contains(FormField.ORGANISATION, FormField.CONTACT_NAME)
            .doesNotContain(FormField.ADMINISTRATOR_EMAIL);
    }

    @Test
    void bothFormsInOneFileReplaceBothFiles() {
        Enrolment enrolment = opened(FilledForm.complete().without(Appendix.DECLARATION).document("v2.docx"),
                FilledForm.complete().without(Appendix.COMPANY_FORM).remarked(Code.MACRO, "m").document("v1.docx"));
        Enrolment answered = answered(enrolment, true,
                FilledForm.complete().with(FormField.TECHNICAL_PHONE, "+4738000501").document("begge.docx"));
        assertThat(answered.form().value(FormField.TECHNICAL_PHONE)).contains("+4738000501");
        assertThat(answered.contributions().validDocuments()).extracting(AttachedDocument::fileName)
            .containsExactly("begge.docx");
        assertThat(answered.documents()).hasSize(3);
    }

    @Test
    void anotherVersionOfOneFormLeavesTheOtherAlone() {
        Enrolment enrolment = answered(
                opened(FilledForm.complete().inform(FormField.DOMAIN, "fjordkort.example").document("begge.docx")),
                true, FilledForm.complete().without(Appendix.COMPANY_FORM).document("v1.docx"));
        assertThat(enrolment.form().value(FormField.DOMAIN)).contains("fjordbanken.example\nfjordkort.example");
        assertThat(enrolment.changes()).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothingThatStaffCorrected() {
        Map<FormField, String> values = new HashMap<>(FilledForm.complete().form().values());
        values.put(FormField.ORGANISATION, "Fjordbanken Sparebank");
        Enrolment corrected = opened(FilledForm.complete().document()).corrected(values);
        Enrolment answered = answered(corrected, true, FilledForm.complete().document());
        assertThat(answered.form()).isEqualTo(corrected.form());
        assertThat(answered.changes()).isEmpty();
    }

    @Test
    void whatAStrangerSendsIsEvidenceAlone() {
        Enrolment enrolment = opened(FilledForm.complete().without(Appendix.DECLARATION).document("v2.docx"));
        Enrolment answered = answered(enrolment, false,
                FilledForm.complete().with(FormField.ADMINISTRATOR_EMAIL, "tls@elsewhere.example").document("ny.docx"));
        assertThat(answered.form()).isEqualTo(enrolment.form());
        assertThat(answered.contributions().validDocuments()).extracting(AttachedDocument::fileName)
            .containsExactly("v2.docx");
        assertThat(answered.readings()).hasSizeGreaterThan(enrolment.readings().size());
        assertThat(answered.contributions().unverified(0)).hasSize(1);
    }

    @Test
    void aFileThatCouldNotBeOpenedIsForgottenWhenTheFormsCome() {
        Enrolment enrolment = opened(FilledForm.complete().without(Appendix.DECLARATION).document("v2.docx"),
                new DocumentReading("v1.docx", Kind.UNREADABLE, Set.of(), List.of(), List.of()));
        assertThat(enrolment.contributions().validDocuments()).hasSize(2);
        Enrolment answered = answered(enrolment, true,
                FilledForm.complete().without(Appendix.COMPANY_FORM).document("v1.pdf"));
        assertThat(answered.contributions().validDocuments()).extracting(AttachedDocument::fileName)
            .containsExactly("v2.docx", "v1.pdf");
    }

    @Test
    void anAnswerWithoutAFileIsInWords() {
        Enrolment answered = answered(opened(FilledForm.complete().document()), true);
        assertThat(answered.contributions().inWords(0)).hasSize(1);
        assertThat(answered.contributions().inWords(1)).isEmpty();
    }

    private static Enrolment opened(DocumentReading... found) {
        ArrivedMail mail = new ArrivedMail(1, "hege@fjordbanken.example", true, "", 0, false, NOW);
        return Enrolment.received("TLS-2026-00042", mail.sender(), mail).read(mail, List.of(found), NOW).reviewable();
    }

    private static Enrolment answered(Enrolment enrolment, boolean trusted, DocumentReading... found) {
        ArrivedMail mail = new ArrivedMail(2, "hege@fjordbanken.example", trusted, "", 0, false, NOW);
        return enrolment.joined(mail).read(mail, List.of(found), NOW);
    }

}
