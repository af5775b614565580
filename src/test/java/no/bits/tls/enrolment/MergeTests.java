package no.bits.tls.enrolment;

import java.util.List;
import java.util.Map;

import no.bits.tls.document.FormField;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MergeTests {

    private static final EnrolmentForm FIRST = FilledForm.complete().form();

    @Test
    void aNewValueWins() {
        EnrolmentForm answer = FilledForm.complete().with(FormField.TECHNICAL_PHONE, "+4738000501").form();
        assertThat(new Merge(FIRST, List.of(FIRST), answer).result()).isEqualTo(answer);
    }

    @Test
    void whatWasMissingIsFilledIn() {
        EnrolmentForm first = FilledForm.complete().without(FormField.CONTACT_NAME).form();
        assertThat(new Merge(first, List.of(first), FIRST).result()).isEqualTo(FIRST);
    }

    @Test
    void aCorrectionOfStaffOutlivesTheSameMistakeSentAgain() {
        EnrolmentForm corrected = with(FIRST, FormField.ORGANISATION, "Fjordbanken Sparebank ASA");
        assertThat(new Merge(corrected, List.of(FIRST), FIRST).result()).isEqualTo(corrected);
    }

    @Test
    void aCorrectionOfStaffOutlivesAMistakeOfAnEarlierMailSentAgain() {
        EnrolmentForm second = with(FIRST, FormField.ORGANISATION, "Fjordbank");
        EnrolmentForm corrected = with(FIRST, FormField.ORGANISATION, "Fjordbanken Sparebank ASA");
        assertThat(new Merge(corrected, List.of(FIRST, second), FIRST).result()).isEqualTo(corrected);
    }

    @Test
    void aValueThatStaffEmptiedStaysEmptyUntilANewOneComes() {
        EnrolmentForm emptied = with(FIRST, FormField.TECHNICAL_PHONE, "");
        assertThat(new Merge(emptied, List.of(FIRST), FIRST).result()).isEqualTo(emptied);
        EnrolmentForm answer = with(FIRST, FormField.TECHNICAL_PHONE, "+4738000501");
        assertThat(new Merge(emptied, List.of(FIRST), answer).result()).isEqualTo(answer);
    }

    @Test
    void aNewValueWinsOverACorrectionOfStaff() {
        EnrolmentForm corrected = with(FIRST, FormField.ORGANISATION, "Fjordbanken Sparebank ASA");
        EnrolmentForm answer = with(FIRST, FormField.ORGANISATION, "Fjord Bank ASA");
        assertThat(new Merge(corrected, List.of(FIRST), answer).result()).isEqualTo(answer);
    }

    @Test
    void whoChangesTheirMindAndBackAgainIsFollowed() {
        EnrolmentForm second = with(FIRST, FormField.INBOUND_ENFORCEMENT, "Nei");
        assertThat(new Merge(second, List.of(FIRST, second), FIRST).result()).isEqualTo(FIRST);
    }

    @Test
    void domainsInAnotherOrderAreTheSame() {
        EnrolmentForm first = with(FIRST, FormField.DOMAIN, "a.example\nb.example");
        EnrolmentForm corrected = with(FIRST, FormField.DOMAIN, "c.example");
        EnrolmentForm answer = with(FIRST, FormField.DOMAIN, "b.example\na.example");
        assertThat(new Merge(corrected, List.of(first), answer).result()).isEqualTo(corrected);
    }

    private static EnrolmentForm with(EnrolmentForm form, FormField field, String value) {
        Map<FormField, String> values = new java.util.EnumMap<>(form.values());
        values.put(field, value);
        return new EnrolmentForm(values);
    }

}
