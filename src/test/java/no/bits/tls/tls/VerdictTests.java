package no.bits.tls.tls;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import no.bits.tls.calendar.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Says in plain words what was found and what to do. */
class VerdictTests {

    @Test
    void writesDatesInWords() {
        Verdict verdict = Verdict.of(Requirement.TRUSTED_CERTIFICATE, Finding.EXPIRED, "CN=mx.bank.example",
                "2026-11-03");
        assertThat(verdict.norwegian())
            .isEqualTo("Sertifikatet «CN=mx.bank.example» gikk ut 3. november 2026. Forny det.");
        assertThat(verdict.english())
            .isEqualTo("The certificate “CN=mx.bank.example” expired on 3 November 2026. Renew it.");
    }

    @ParameterizedTest
    @EnumSource
    void speaksBothLanguages(Finding finding) {
        List<String> details = Collections.nCopies(2, "DETAIL");
        String norwegian = finding.sentence(Language.NORWEGIAN, details);
        String english = finding.sentence(Language.ENGLISH, details);
        assertThat(norwegian).endsWith(".").isNotEqualTo(english);
        assertThat(norwegian.split("DETAIL", -1)).hasSameSizeAs(english.split("DETAIL", -1));
    }

    @Test
    void countsTheWorst() {
        assertThat(Outcome.worst(Stream.of(Outcome.PASS, Outcome.NOTE))).isEqualTo(Outcome.NOTE);
        assertThat(Outcome.worst(Stream.of(Outcome.NOTE, Outcome.UNKNOWN, Outcome.PASS))).isEqualTo(Outcome.UNKNOWN);
        assertThat(Outcome.worst(Stream.of(Outcome.UNKNOWN, Outcome.RETRY))).isEqualTo(Outcome.RETRY);
        assertThat(Outcome.worst(Stream.of(Outcome.RETRY, Outcome.FAIL, Outcome.UNKNOWN))).isEqualTo(Outcome.FAIL);
        assertThat(Outcome.worst(Stream.empty())).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void namesTheOperatorByTheLastTwoLabels() {
        assertThat(Operator.of("bank-no.mail.protection.OUTLOOK.com")).isEqualTo("outlook.com");
        assertThat(Operator.of("bank.no")).isEqualTo("bank.no");
        assertThat(Operator.of("localhost")).isEqualTo("localhost");
    }

}
