package no.bits.tls.errorreport;

import java.time.Instant;
import java.util.List;

import no.bits.tls.evidence.Cause;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.Finding;
import no.bits.tls.tls.MailRoute;
import no.bits.tls.tls.MtaSts;
import no.bits.tls.tls.Requirement;
import no.bits.tls.tls.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeenCauseTests {

    @ParameterizedTest
    @CsvSource({ "UNKNOWN,EXPIRED,CERTIFICATE_EXPIRED", "UNKNOWN,STARTTLS_MISSING,STARTTLS_NOT_SUPPORTED",
            "CERTIFICATE_NOT_TRUSTED,EXPIRED,CERTIFICATE_NOT_TRUSTED", "UNKNOWN,ALL_UNREACHABLE,UNKNOWN",
            "UNKNOWN,VERSION_TOO_OLD,UNKNOWN", "UNKNOWN,NULL_MX,UNKNOWN" })
    void aFaultThatNoCauseStandsForNamesNone(Cause told, Finding found, Cause cause) {
        Verdict verdict = new Verdict(found.requirement().orElse(Requirement.MAIL_SERVERS), found,
                List.of("mx.bank.example", "x"));
        DomainReport report = new DomainReport(new DomainName("bank.example"), Instant.EPOCH,
                new MailRoute(MailRoute.Kind.values()[0], List.of(), 0, false, ""), List.of(), List.of(verdict),
                new MtaSts("", "", 0, List.of(), List.of(), ""), "");
        assertThat(SeenCause.of(told, List.of(report))).isEqualTo(cause);
    }

}
