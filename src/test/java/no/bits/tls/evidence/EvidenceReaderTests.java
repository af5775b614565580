package no.bits.tls.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import no.bits.tls.evidence.Failure.Source;
import no.bits.tls.evidence.Material.Kind;
import no.bits.tls.evidence.Material.Part;
import no.bits.tls.identifier.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceReaderTests {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T12:00:00Z");

    private static final String POSTFIX = "Nov 23 10:58:11 mx postfix/smtp[4711]: ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    Nov 23 10:58:11 mx postfix/smtp[4711]: 4Sgk2M5tT3: to=<ola@fjord.example>, relay=mx1.fjord.example[192.0.2.10]:25, delay=1.2, dsn=4.7.4, status=deferred (TLS is required, but was not offered by host mx1.fjord.example[192.0.2.10]) | mx1.fjord.example | 4.7.4 | starttls-not-supported
                    2026-11-23T10:58:11.123456+01:00 mx postfix/smtp[4711]: 4Sgk2M5tT3: to=<ola@fjord.example>, relay=mx1.fjord.example[192.0.2.10]:25, delay=1.2, dsn=4.7.5, status=deferred (Server certificate not trusted) | mx1.fjord.example | 4.7.5 | unknown
                    2026-11-23 10:58:11 1r5aBc-0001Xy-2Z == ola@fjord.example R=dnslookup T=remote_smtp defer (-38) H=mx1.fjord.example [192.0.2.10]: a TLS session is required, but the server did not offer TLS support | mx1.fjord.example | '' | starttls-not-supported
                    2026-11-23 10:58:11 1r5aBc-0001Xy-2Z ** ola@fjord.example R=dnslookup T=remote_smtp H=mx1.fjord.example [192.0.2.10] X=TLS1.3:ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM:256 CV=no: SMTP error from remote mail server after RCPT TO:<ola@fjord.example>: 550 5.1.1 User unknown | mx1.fjord.example | 5.1.1 | recipient-unknown
                    2026-11-23 10:58:11 1r5aBc-0001Xy-2Z == ola@fjord.example R=dnslookup T=remote_smtp defer (-37) H=mx1.fjord.example [192.0.2.10]: TLS session: (certificate verification failed): The certificate is NOT trusted. The certificate issuer is unknown. | mx1.fjord.example | '' | certificate-not-trusted
                    Nov 23 10:58:11 mail sm-mta[4711]: 3ANBwBqN004711: to=<ola@fjord.example>, delay=00:00:05, xdelay=00:00:05, mailer=esmtp, pri=120345, relay=mx1.fjord.example. [192.0.2.10], dsn=4.7.0, stat=Deferred: 403 4.7.0 TLS handshake failed. | mx1.fjord.example | 4.7.0 | unknown
                    2026-11-23T09:58:11Z ola@fjord.example Deferred Reason: [{LED=450 4.7.322 certificate-expired: Destination mail server's certificate is expired.};{MSG=};{FQDN=mx1.fjord.example};{IP=192.0.2.10};{LRT=11/23/2026 9:58:11 AM}] | mx1.fjord.example | 4.7.322 | certificate-expired
                    2026/11/23 10:58:11 UTC,Bounced,kari@sogn.example,ola@fjord.example,TLS required by policy but server mx1.fjord.example does not support TLS | mx1.fjord.example | '' | starttls-not-supported
                    """)
    void readsALineOfALog(String line, String server, String status, String cause) {
        List<Failure> found = read("Hei, se loggen:\n\n" + line + "\n\nHilsen Kari\nkari@sogn.example").failures();
        assertThat(found).singleElement().satisfies((failure) -> {
            assertThat(failure.source()).isEqualTo(Source.LOG);
            assertThat(failure.domain()).hasToString("fjord.example");
            assertThat(failure.server()).isEqualTo(server);
            assertThat(failure.status()).isEqualTo(status.replace("'", ""));
            assertThat(failure.cause().code()).isEqualTo(cause);
            assertThat(failure.at()).isNotNull().isBetween(RECEIVED.minus(Duration.ofHours(4)), RECEIVED);
        });
    }

    @Test
    void aLineOfTheLogTellsTheCauseThatTheBounceDoesNot() {
        List<Failure> found = read(POSTFIX
                + "certificate verification failed for mx1.fjord.example[192.0.2.10]:25: self-signed certificate\n"
                + POSTFIX
                + "4Sgk2M5tT3: to=<ola@fjord.example>, relay=mx1.fjord.example[192.0.2.10]:25, dsn=4.7.5, status=deferred (Server certificate not trusted)")
            .failures();
        assertThat(found).singleElement()
            .returns(Cause.CERTIFICATE_NOT_TRUSTED, Failure::cause)
            .satisfies((failure) -> assertThat(failure.said()).contains("not trusted", "self-signed"));
    }

    @Test
    void aServerAloneIsSomethingToo() {
        assertThat(read(POSTFIX + "SSL_connect error to mx1.fjord.example[192.0.2.10]:25: Connection reset").failures())
            .singleElement()
            .returns("mx1.fjord.example", Failure::server)
            .returns(null, Failure::domain)
            .returns(true, Failure::aboutTls);
    }

    @Test
    void aLineThatAMailProgramBrokeIsOneLine() {
        assertThat(read("> " + POSTFIX
                + "4Sgk2M5tT3: to=<ola@fjord.example>,\n> relay=mx1.fjord.example[192.0.2.10]:25, dsn=4.7.4, status=deferred (TLS is\n> required, but was not offered by host mx1.fjord.example[192.0.2.10])")
            .failures()).singleElement().returns(Cause.STARTTLS_NOT_SUPPORTED, Failure::cause);
    }

    @Test
    void aConversationInExchangesProtocolLogIsRead() {
        String start = "2026-11-23T09:58:11.%dZ,Outbound secure,08DAB1234567890A,%d,10.0.0.1:2525,192.0.2.10:25,%s";
        assertThat(read(String.join("\n", start.formatted(100, 1, "+,,"),
                start.formatted(101, 2, "<,220 mx1.fjord.example ESMTP,"),
                start.formatted(102, 3, ">,MAIL FROM:<kari@sogn.example>,"),
                start.formatted(102, 4, ">,RCPT TO:<ola@fjord.example>,"),
                start.formatted(103, 5, "*,,TLS negotiation failed with error CertificateExpired")))
            .failures()).singleElement()
            .returns("mx1.fjord.example", Failure::server)
            .returns("192.0.2.10", Failure::address)
            .returns(Cause.CERTIFICATE_EXPIRED, Failure::cause)
            .satisfies((failure) -> assertThat(failure.domain()).hasToString("fjord.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    Vi får ikke sendt e-post til ola@fjord.example. | fjord.example | unknown
                    E-post til Fjordbanken (fjord.example) kommer i retur fordi sertifikatet deres har gått ut. | fjord.example | certificate-expired
                    Mail to fjord.example bounces: their server does not offer STARTTLS any more. | fjord.example | starttls-not-supported
                    TLS-feil mot https://www.blåbank.example/ siden i går | xn--blbank-jua.example | unknown
                    """)
    void aPersonsOwnWordsNameADomain(String words, String domain, String cause) {
        assertThat(read(words + "\n\nHilsen Kari, kari@sogn.example, tls@bits.no").failures()).singleElement()
            .satisfies((failure) -> {
                assertThat(failure.source()).isEqualTo(Source.PROSE);
                assertThat(failure.domain()).hasToString(domain);
                assertThat(failure.cause().code()).isEqualTo(cause);
            });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kan dere legge til fjord.example på listen?
            Takk for hjelpen!
            Hvem er teknisk kontakt hos fjord.example?
            """)
    void whereNothingFailsNothingIsFound(String words) {
        assertThat(read(words).failures()).isEmpty();
    }

    @Test
    void aTlsReportIsAddedUp() {
        List<Failure> found = file(tlsReport(10_000)).failures();
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).returns(5_000L, Failure::count)
            .returns("mx1.fjord.example", Failure::server)
            .returns(Cause.CERTIFICATE_EXPIRED, Failure::cause)
            .returns(Instant.parse("2026-11-22T23:59:59Z"), Failure::at)
            .satisfies((failure) -> assertThat(failure.domain()).hasToString("fjord.example"));
    }

    @Test
    void ofATlsReportThatIsCutOffAsMuchIsReadAsThereIs() {
        String report = tlsReport(10);
        assertThat(file(report.substring(0, report.lastIndexOf("\"policy\""))).failures()).isEmpty();
        assertThat(file(report.replace("\"policy-domain\":\"fjord.example\"", "\"policy-domain\":7")).failures())
            .allSatisfy((failure) -> assertThat(failure.domain()).isNull());
        assertThat(file("{\"policies\":" + "[".repeat(100_000)).failures()).isEmpty();
        assertThat(file(
                "{\"policies\":[{\"policy\":{\"policy-domain\":\"fjord.example\"},\"failure-details\":[{\"result-type\":\"made-up\"}]}]}")
            .failures()).singleElement().returns(Cause.UNKNOWN, Failure::cause).returns(true, Failure::aboutTls);
    }

    @Test
    void aBounceOfABounceTellsOfBoth() {
        String outer = "Final-Recipient: rfc822; kari@sogn.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 mailbox full";
        String inner = "Final-Recipient: rfc822; ola@fjord.example\nAction: failed\nStatus: 4.7.4\nDiagnostic-Code: smtp; TLS is required, but was not offered by host mx1.fjord.example[192.0.2.10]";
        assertThat(EvidenceReader
            .read(new Material("Se vedlegg",
                    List.of(new Part(Kind.DELIVERY_STATUS, outer), new Part(Kind.DELIVERY_STATUS, inner)), Set.of(),
                    RECEIVED))
            .failures()).extracting((failure) -> String.valueOf(failure.domain()))
            .containsExactly("fjord.example", "sogn.example");
    }

    @Test
    void whatWasDeliveredIsNoFailure() {
        String report = "Final-Recipient: rfc822; ola@fjord.example\nAction: delivered\nStatus: 5.0.0\n\nFinal-Recipient: rfc822; per@fjord.example\nAction: relayed\nStatus: 2.0.0";
        assertThat(EvidenceReader
            .read(new Material("", List.of(new Part(Kind.DELIVERY_STATUS, report)), Set.of(), RECEIVED))
            .failures()).isEmpty();
    }

    @Test
    void hostileTextsAreReadInNoTime() {
        for (String hostile : List.of("a@".repeat(200_000), "<".repeat(500_000), "x.".repeat(300_000),
                "to=<" + "a".repeat(500_000), POSTFIX.repeat(20_000), "certificate ".repeat(60_000),
                "Final-Recipient: rfc822; a@b.example\n".repeat(30_000), "\n".repeat(500_000),
                "host ".repeat(100_000) + "[1.2.3", "does not offer ".repeat(40_000))) {
            long start = System.nanoTime();
            read(hostile);
            file(hostile);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(hostile.substring(0, 20))
                .isLessThan(Duration.ofSeconds(20));
        }
    }

    private static String tlsReport(int failures) {
        return """
                {"organization-name":"Sognebanken","date-range":{"start-datetime":"2026-11-22T00:00:00Z","end-datetime":"2026-11-22T23:59:59Z"},
                "contact-info":"tlsrpt@sogn.example","report-id":"x","policies":[{"failure-details":[%s],
                "summary":{"total-successful-session-count":1,"total-failure-session-count":%d},
                "policy":{"policy-type":"sts","policy-string":["version: STSv1"],"policy-domain":"fjord.example"}}]}"""
            .formatted(IntStream.range(0, failures)
                .mapToObj(
                        (number) -> """
                                {"result-type":"%s","sending-mta-ip":"192.0.2.%d","receiving-mx-hostname":"mx%d.fjord.example.","failed-session-count":1}"""
                            .formatted((number % 2 == 0) ? "certificate-expired" : "starttls-not-supported",
                                    number % 250, number % 2 + 1))
                .collect(Collectors.joining(",")), failures);
    }

    private static Evidence read(String words) {
        return EvidenceReader.read(new Material(words, List.of(),
                Set.of(new DomainName("bits.no"), new DomainName("sogn.example")), RECEIVED));
    }

    private static Evidence file(String text) {
        return EvidenceReader.read(new Material("", List.of(new Part(Kind.FILE, text)), Set.of(), RECEIVED));
    }

}
