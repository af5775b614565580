package no.bits.tls.tls;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import no.bits.tls.tls.Authority.Request;
import no.bits.tls.tls.Script.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static no.bits.tls.tls.Requirement.MAIL_SERVERS;
import static no.bits.tls.tls.Requirement.SERVER_NAME;
import static no.bits.tls.tls.Requirement.STARTTLS;
import static no.bits.tls.tls.Requirement.TLS_VERSION;
import static no.bits.tls.tls.Requirement.TRUSTED_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** One test for each row of the verdict table that concerns a single server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictTableTests {

    private static final String MX = "mx.oslo.fjordbank.example";

    private final Lab lab = new Lab();

    @BeforeAll
    void beImpatient() {
        this.lab.with("timeouts.banner", "1s").with("timeouts.answer", "700ms").with("timeouts.whole", "2s");
    }

    @AfterAll
    void close() {
        this.lab.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certificates")
    void namesEveryFaultOfACertificate(String what, Identity identity, List<Finding> chain, Finding name) {
        ServerReport report = this.lab.probe(this.lab.server(Script.with(identity)), MX);
        assertThat(findings(report, TRUSTED_CERTIFICATE)).containsExactlyInAnyOrderElementsOf(chain);
        assertThat(findings(report, SERVER_NAME)).containsExactly(name);
        assertThat(findings(report, STARTTLS)).containsExactly(Finding.STARTTLS_WORKS);
        assertThat(findings(report, MAIL_SERVERS)).containsExactly(Finding.REACHED);
        assertThat(findings(report, TLS_VERSION)).containsExactly(Finding.VERSION_GOOD);
        assertThat(report.chain()).isNotEmpty();
    }

    static Stream<Arguments> certificates() {
        Request server = Authority.server(MX);
        Duration hour = Duration.ofHours(1);
        Request expired = server.valid(Duration.ofDays(-90), hour.negated());
        return Stream.of(certificate("good", Authority.good(MX), Finding.NAME_MATCHES, Finding.CHAIN_TRUSTED),
                certificate("good, directly under the root", Authority.ROOT.issue(server), Finding.NAME_MATCHES,
                        Finding.CHAIN_TRUSTED),
                certificate("self-signed", Authority.selfSigned(server), Finding.NAME_MATCHES, Finding.SELF_SIGNED),
                certificate("expired", issued(expired), Finding.NAME_MATCHES, Finding.EXPIRED),
                certificate("not yet valid", issued(server.valid(hour, Duration.ofDays(90))), Finding.NAME_MATCHES,
                        Finding.NOT_YET_VALID),
                certificate("expires in three weeks", issued(server.valid(hour.negated(), Duration.ofDays(21))),
                        Finding.NAME_MATCHES, Finding.EXPIRES_SOON),
                certificate("wrong name", Authority.good("mail.other.example"), Finding.NAME_DIFFERS,
                        Finding.CHAIN_TRUSTED),
                certificate("CN only", issued(server.withoutAlternativeNames()), Finding.NAME_IN_CN_ONLY,
                        Finding.CHAIN_TRUSTED),
                certificate("CN right but SAN wrong",
                        issued(Authority.server("mail.other.example").withSubject("CN=" + MX)), Finding.NAME_DIFFERS,
                        Finding.CHAIN_TRUSTED),
                certificate("CN wrong but SAN right", issued(server.withSubject("CN=mail.other.example")),
                        Finding.NAME_MATCHES, Finding.CHAIN_TRUSTED),
                certificate("right wildcard", Authority.good("*.oslo.fjordbank.example"), Finding.NAME_MATCHES,
                        Finding.CHAIN_TRUSTED),
                certificate("wildcard of a level too high", Authority.good("*.fjordbank.example"), Finding.NAME_DIFFERS,
                        Finding.CHAIN_TRUSTED),
                certificate("missing intermediate", Authority.INTERMEDIATE.issue(server), Finding.NAME_MATCHES,
                        Finding.ISSUER_MISSING),
                certificate("private root, sent along",
                        Authority.PRIVATE.issue(server).with(Authority.PRIVATE.certificate), Finding.NAME_MATCHES,
                        Finding.ROOT_UNKNOWN),
                certificate("private root, not sent along", Authority.PRIVATE.issue(server), Finding.NAME_MATCHES,
                        Finding.ISSUER_MISSING),
                certificate("SHA-1", issued(server.signedWith("SHA1withRSA")), Finding.NAME_MATCHES,
                        Finding.SIGNATURE_WEAK),
                certificate("RSA 1024", issued(server.withKeys(Authority.keys("RSA", 1024))), Finding.NAME_MATCHES,
                        Finding.KEY_SHORT),
                certificate("expired, private root, wrong name",
                        Authority.PRIVATE
                            .issue(Authority.server("mail.other.example").valid(Duration.ofDays(-90), hour.negated()))
                            .with(Authority.PRIVATE.certificate),
                        Finding.NAME_DIFFERS, Finding.EXPIRED, Finding.ROOT_UNKNOWN),
                certificate("an expired certificate too many",
                        Authority.good(MX)
                            .with(issued(Authority.server("old.example").valid(Duration.ofDays(-9), hour.negated()))
                                .chain()
                                .get(0)),
                        Finding.NAME_MATCHES, Finding.CHAIN_TRUSTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stops")
    void neverCallsMetOrUnmetWhatWasNotTested(String what, Script script, Finding finding) {
        ServerReport report = this.lab.probe(this.lab.server(script), MX);
        for (Requirement requirement : Requirement.values()) {
            assertThat(findings(report, requirement))
                .containsExactly(finding.requirement().filter((concerned) -> concerned != requirement).isPresent()
                        ? Finding.NOT_TESTED : finding);
        }
        assertThat(report.said()).isNotEmpty();
    }

    static Stream<Arguments> stops() {
        Script good = Script.with(Authority.good(MX));
        return Stream.of(
                arguments("no STARTTLS", good.saying("EHLO", "250-mx\r\n250 8BITMIME"), Finding.STARTTLS_MISSING),
                arguments("STARTTLS in the greeting only", good.saying("EHLO", "250 STARTTLS"),
                        Finding.STARTTLS_MISSING),
                arguments("STARTTLS refused 454", good.saying("STARTTLS", "454 4.7.0 TLS not available"),
                        Finding.TRY_LATER),
                arguments("STARTTLS refused 501", good.saying("STARTTLS", "501 No"), Finding.STARTTLS_REFUSED),
                arguments("banner 421", good.saying("banner", "421 4.7.0 Too many connections"), Finding.TRY_LATER),
                arguments("banner 450", good.saying("banner", "450 4.7.1 Greylisted"), Finding.TRY_LATER),
                arguments("banner 554", good.saying("banner", "554 5.7.1 You are on a list"), Finding.REFUSED_US),
                arguments("EHLO 421", good.saying("EHLO", "421 Busy"), Finding.TRY_LATER),
                arguments("EHLO 550", good.saying("EHLO", "550 Not you"), Finding.REFUSED_US),
                arguments("EHLO inside TLS 421", good.saying("EHLO inside", "421 Busy"), Finding.TRY_LATER),
                arguments("no SMTP", good.saying("banner", "SSH-2.0-OpenSSH_9.2"), Finding.NOT_SMTP),
                arguments("no SMTP but digits", good.saying("banner", "2200 mx"), Finding.NOT_SMTP),
                arguments("354 to EHLO", good.saying("EHLO", "354 Go on"), Finding.NOT_SMTP),
                arguments("a line without end", good.doing(Fault.FLOOD, "banner"), Finding.NOT_SMTP),
                arguments("an answer without end", good.saying("EHLO", "250-mx\r\n".repeat(40_000)), Finding.NOT_SMTP),
                arguments("hangs before the banner", good.doing(Fault.HANG, "banner"), Finding.BANNER_LATE),
                arguments("hangs at EHLO", good.doing(Fault.HANG, "EHLO"), Finding.ANSWER_LATE),
                arguments("hangs inside TLS", good.doing(Fault.HANG, "EHLO inside"), Finding.ANSWER_LATE),
                arguments("drips its banner", good.doing(Fault.DRIP, "banner"), Finding.TOO_SLOW),
                arguments("drips inside TLS", good.doing(Fault.DRIP, "EHLO inside"), Finding.TOO_SLOW),
                arguments("cuts before the banner", good.doing(Fault.CUT, "banner"), Finding.CONNECTION_LOST),
                arguments("cuts at STARTTLS", good.doing(Fault.CUT, "STARTTLS"), Finding.CONNECTION_LOST),
                arguments("cuts inside TLS", good.doing(Fault.CUT, "EHLO inside"), Finding.CONNECTION_LOST),
                arguments("cuts the handshake", Script.with(RawTls.cutting()), Finding.CONNECTION_LOST),
                arguments("handshake_failure", Script.with(RawTls.alerting(40)), Finding.HANDSHAKE_REFUSED),
                arguments("a key that is not the certificate's",
                        Script.with(Authority.good(MX)
                            .withKeyOf(Authority.selfSigned(Authority.server(MX).withKeys(Authority.keys("EC", 256))))),
                        Finding.HANDSHAKE_REFUSED),
                arguments("nothing newer than TLS 1.0", Script.with(RawTls.only(0x0301)), Finding.VERSION_TOO_OLD),
                arguments("nothing newer than TLS 1.1", Script.with(RawTls.only(0x0302)), Finding.VERSION_TOO_OLD),
                arguments("TLS 1.1, whatever is offered", Script.with(RawTls.stubborn(0x0302)),
                        Finding.VERSION_TOO_OLD),
                arguments("TLS 1.0, whatever is offered", Script.with(RawTls.stubborn(0x0301)),
                        Finding.VERSION_TOO_OLD),
                arguments("no version at all", Script.with(RawTls.alerting(70)), Finding.VERSION_NOT_COMMON));
    }

    @Test
    void keepsAFaultOfTheCertificateThoughTheServerFallsSilentInsideTls() {
        ServerReport report = this.lab.probe(
                this.lab.server(Script.with(Authority.good("mail.other.example")).doing(Fault.CUT, "EHLO inside")), MX);
        assertThat(findings(report, SERVER_NAME)).containsExactly(Finding.NAME_DIFFERS);
        assertThat(findings(report, TRUSTED_CERTIFICATE)).containsExactly(Finding.CONNECTION_LOST);
    }

    @Test
    void saysWhichOldVersionItIs() {
        for (Map.Entry<Integer, String> version : Map.of(0x0301, "TLS 1.0", 0x0302, "TLS 1.1").entrySet()) {
            for (RawTls tls : List.of(RawTls.only(version.getKey()), RawTls.stubborn(version.getKey()))) {
                ServerReport report = this.lab.probe(this.lab.server(Script.with(tls)), MX);
                assertThat(report.verdicts())
                    .contains(Verdict.of(TLS_VERSION, Finding.VERSION_TOO_OLD, version.getValue()));
            }
        }
    }

    @Test
    void makesASecondConnectionOnlyAfterARefusalOfTheVersion() {
        LabServer old = this.lab.server(Script.with(RawTls.only(0x0301)));
        LabServer broken = this.lab.server(Script.with(RawTls.alerting(40)));
        this.lab.probe(old, MX);
        this.lab.probe(broken, MX);
        assertThat(old.connections()).isEqualTo(2);
        assertThat(broken.connections()).isEqualTo(1);
    }

    @Test
    void passesEachVersionThatIsNewEnough() {
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            ServerReport report = this.lab.probe(this.lab.server(Script.with(Authority.good(MX), version)), MX);
            assertThat(report.verdicts()).extracting(Verdict::outcome).containsOnly(Outcome.PASS);
            assertThat(report.tlsVersion()).isEqualTo(version);
        }
    }

    @Test
    void notesTls13OnlyWhereThatIsAskedFor() {
        this.lab.with("ask-for-tls12", true);
        try {
            LabServer newest = this.lab.server(Script.with(Authority.good(MX), "TLSv1.3"));
            LabServer both = this.lab.server(Script.with(Authority.good(MX)));
            assertThat(findings(this.lab.probe(newest, MX), TLS_VERSION)).containsExactly(Finding.VERSION_TOO_NEW);
            assertThat(findings(this.lab.probe(both, MX), TLS_VERSION)).containsExactly(Finding.VERSION_GOOD);
            assertThat(both.connections()).isEqualTo(2);
        }
        finally {
            this.lab.with("ask-for-tls12", false);
        }
    }

    @Test
    void sendsTheServersNameForThoseWhoNeedIt() {
        JavaTls tls = new JavaTls(List.of(Authority.good("default.example"), Authority.good(MX)));
        ServerReport report = this.lab.probe(this.lab.server(Script.with(tls)), MX);
        assertThat(findings(report, SERVER_NAME)).containsExactly(Finding.NAME_MATCHES);
    }

    @Test
    void waitsForASlowBanner() {
        ServerReport report = this.lab
            .probe(this.lab.server(Script.with(Authority.good(MX)).doing(Fault.SLOW, "banner")), MX);
        assertThat(report.outcome(MAIL_SERVERS)).isEqualTo(Outcome.PASS);
    }

    @Test
    void notesBytesBehindTheAnswerToStarttls() {
        ServerReport report = this.lab
            .probe(this.lab.server(Script.with(Authority.good(MX)).saying("STARTTLS", "220 Go\r\n250 injected")), MX);
        assertThat(findings(report, STARTTLS)).containsExactlyInAnyOrder(Finding.BYTES_AFTER_STARTTLS,
                Finding.STARTTLS_WORKS);
        assertThat(report.outcome(STARTTLS)).isEqualTo(Outcome.NOTE);
    }

    @Test
    void doesNotCallAServerAwayAFailure() {
        LabServer gone = this.lab.server(Script.with(Authority.good(MX)));
        gone.close();
        ServerReport report = this.lab.probe(gone, MX);
        assertThat(report.verdicts()).extracting(Verdict::finding).containsOnly(Finding.UNREACHABLE);
    }

    private static Identity issued(Request request) {
        return Authority.INTERMEDIATE.issue(request).with(Authority.INTERMEDIATE.certificate);
    }

    private static Arguments certificate(String what, Identity identity, Finding name, Finding... chain) {
        return arguments(what, identity, List.of(chain), name);
    }

    private static List<Finding> findings(ServerReport report, Requirement requirement) {
        return report.verdicts()
            .stream()
            .filter((verdict) -> verdict.requirement() == requirement)
            .map(Verdict::finding)
            .toList();
    }

}
