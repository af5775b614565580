package no.bits.tls.enrolment;

import java.util.Map;

import no.bits.tls.document.FormField;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.workflow.CaseNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnrolmentFormTests {

    private static final CaseNumber CASE = new CaseNumber("TLS-2026-00042");

    @Test
    void differentOrganisationNumbersAreLeftForAPersonToChoose() {
        EnrolmentForm form = FilledForm.complete()
            .with(FormField.ORGANISATION_NUMBER, "800086949")
            .declare(FormField.ORGANISATION_NUMBER, "805418001")
            .form();
        assertThat(form.value(FormField.ORGANISATION_NUMBER)).isEmpty();
    }

    @Test
    void severalDomainsStandOneALine() {
        EnrolmentForm form = FilledForm.complete().inform(FormField.DOMAIN, "fjordkort.example").form();
        assertThat(form.value(FormField.DOMAIN)).contains("fjordbanken.example\nfjordkort.example");
        assertThat(form.domainSummary()).isEqualTo("fjordbanken.example (+1)");
    }

    @Test
    void aCompleteFormBecomesAParticipant() {
        NewParticipant participant = FilledForm.complete().form().toParticipant(CASE);
        assertThat(participant.organisation()).isEqualTo("Fjordbanken ASA");
        assertThat(participant.domains()).containsExactly(new DomainName("fjordbanken.example"));
        assertThat(participant.inboundEnforcement()).isTrue();
        assertThat(participant.enrolledOn()).isEqualTo("2026-11-03");
    }

    @Test
    void anEmptyOrganisationNumberMayBeListed() {
        assertThat(FilledForm.complete()
            .without(FormField.ORGANISATION_NUMBER)
            .form()
            .toParticipant(CASE)
            .organisationNumber()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = { "ORGANISATION", "DOMAIN", "ADMINISTRATOR_EMAIL", "TECHNICAL_EMAIL", "ENROLMENT_DATE",
            "INBOUND_ENFORCEMENT" })
    void whatTheListCannotDoWithoutIsNamed(FormField field) {
        EnrolmentForm form = FilledForm.complete().without(field).form();
        assertThatExceptionOfType(EnrolmentRefused.class).isThrownBy(() -> form.toParticipant(CASE))
            .withMessageContaining("kan ikke føres opp");
    }

    @Test
    void lineBreaksAndControlCharactersOfAHeaderInjectionAreGone() {
        EnrolmentForm form = new EnrolmentForm(
                Map.of(FormField.ORGANISATION, "Fjordbanken\r\nBcc: alle@bank.example\u0000"));
        assertThat(form.value(FormField.ORGANISATION)).contains("Fjordbanken Bcc: alle@bank.example");
    }

    @Test
    void theSameDomainInTwoSpellingsIsOne() {
        assertThat(FilledForm.complete()
            .with(FormField.DOMAIN, "Fjordbanken.example")
            .inform(FormField.DOMAIN, "fjordbanken.example")
            .form()
            .toParticipant(CASE)
            .domains()).containsExactly(new DomainName("fjordbanken.example"));
    }

}
