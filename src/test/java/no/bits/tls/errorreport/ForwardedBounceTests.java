package no.bits.tls.errorreport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import no.bits.tls.errorreport.Bounce.Way;
import no.bits.tls.evidence.Cause;
import no.bits.tls.evidence.Failure;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.inbox.TestMails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read from bounces of many mail servers, however people pass them on. */
class ForwardedBounceTests {

    private static final Set<DomainName> OWN = Set.of(new DomainName("bits.no"));

    static Stream<Bounce> bounces() {
        return Bounce.all().stream();
    }

    @ParameterizedTest
    @MethodSource("bounces")
    void aReportThatCameWholeTellsDomainServerStatusAndCause(Bounce bounce) {
        for (Way way : List.of(Way.ATTACHED, Way.EML_FILE)) {
            Failure failure = read(bounce, way).get(0);
            assertThat(failure.domain()).as(way.name()).hasToString(bounce.expects("domain"));
            assertThat(failure.status()).as(way.name()).isEqualTo(bounce.expects("status"));
            assertThat(failure.cause().code()).as(way.name()).isEqualTo(bounce.expects("cause"));
            assertThat(failure.aboutTls()).as(way.name()).isEqualTo(bounce.expects("tls").equals("yes"));
            if (!bounce.expects("server").isEmpty()) {
                assertThat(failure.server()).as(way.name()).isEqualTo(bounce.expects("server"));
            }
        }
    }

    @Test
    void nineteenOfTwentyDomainsAreRightHoweverTheyCame() {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Bounce bounce : Bounce.all()) {
            for (Way way : Way.values()) {
                all++;
                List<Failure> read = read(bounce, way);
                DomainName domain = read.isEmpty() ? null : read.get(0).domain();
                if (domain == null || !domain.ascii().equals(bounce.expects("domain"))) {
                    wrong.add(bounce + " " + way + ": " + domain);
                }
            }
        }
        assertThat((all - wrong.size()) / (double) all).as(wrong.toString()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void noCauseIsEverInvented() {
        List<String> invented = new ArrayList<>();
        for (Bounce bounce : Bounce.all()) {
            for (Way way : Way.values()) {
                read(bounce, way).stream()
                    .filter((failure) -> failure.cause() != Cause.UNKNOWN)
                    .filter((failure) -> !failure.cause().code().equals(bounce.expects("cause")))
                    .forEach((failure) -> invented.add(bounce + " " + way + ": " + failure));
            }
        }
        assertThat(invented).isEmpty();
    }

    @Test
    void aPackedTlsReportOfTenThousandFailuresIsAFewLines() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            String detail = "{\"result-type\":\"certificate-expired\",\"receiving-mx-hostname\":\"mx.fjordbanken.example\",\"failed-session-count\":1}";
            gzip.write(("{\"policies\":[{\"policy\":{\"policy-domain\":\"fjordbanken.example\"},\"failure-details\":["
                    + (detail + ",").repeat(9_999) + detail + "]}]}")
                .getBytes(StandardCharsets.UTF_8));
        }
        String mail = "From: kari@sognebanken.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSe rapporten.\r\n--x\r\n"
                + "Content-Type: application/tlsrpt+gzip; name=\"a!b!1!2.json.gz\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(packed.toByteArray()) + "\r\n--x--\r\n";
        assertThat(MailEvidence.read(TestMails.read(mail.getBytes(StandardCharsets.US_ASCII)), OWN).failures())
            .singleElement()
            .returns(10_000L, Failure::count)
            .returns(Cause.CERTIFICATE_EXPIRED, Failure::cause);
    }

    private static List<Failure> read(Bounce bounce, Way way) {
        return MailEvidence.read(TestMails.read(way.mail(bounce, "Kari Nordmann <kari@sognebanken.example>")), OWN)
            .failures();
    }

}
