package no.bits.tls.tls;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

import no.bits.tls.identifier.DomainName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static no.bits.tls.tls.Requirement.MAIL_SERVERS;
import static no.bits.tls.tls.Requirement.SERVER_NAME;
import static no.bits.tls.tls.Requirement.STARTTLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.abort;

/** Looks at whole domains: the rows of the verdict table that concern several servers. */
class DomainProbeTests {

    private final ProbeFixture fixture = new ProbeFixture();

    @AfterEach
    void close() {
        this.fixture.close();
    }

    @Test
    void passesADomainWhoseServersAllAnswerWell() {
        DomainName domain = this.fixture.domain("bank.example", this.fixture.goodServer("bank.example"),
                this.fixture.goodServer("bank.example"));
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.outcomes()).hasSize(5).values().containsOnly(Outcome.PASS);
        assertThat(report.servers()).extracting(ServerReport::mailHost)
            .containsExactly("mx1.bank.example", "mx2.bank.example");
        assertThat(report.servers()).extracting(ServerReport::preference).containsExactly(10, 20);
        assertThat(report.operators()).containsExactly("bank.example");
        assertThat(report.earliestExpiry()).hasValueSatisfying((expiry) -> assertThat(expiry)
            .isBetween(report.askedAt().plus(Duration.ofDays(89)), report.askedAt().plus(Duration.ofDays(91))));
    }

    @Test
    void asksPolitelyAndOnce() {
        LabServer server = this.fixture.goodServer("bank.example");
        this.fixture.probe(this.fixture.domain("bank.example", server));
        assertThat(server.heard()).containsExactly("connect", "EHLO probe.bits.example", "STARTTLS",
                "EHLO probe.bits.example inside", "QUIT inside");
    }

    @Test
    void saysGoodbyeToWhoTurnsItAway() {
        LabServer server = this.fixture.goodServer("bank.example");
        server.follow(Script.with(Authority.good("x.example")).saying("EHLO", "250 no TLS here"));
        this.fixture.probe(this.fixture.domain("bank.example", server));
        assertThat(server.heard()).containsExactly("connect", "EHLO probe.bits.example", "QUIT");
    }

    @Test
    void failsADomainOfWhichOneServerFails() {
        LabServer without = this.fixture.lab
            .server(Script.with(Authority.good("x.example")).saying("EHLO", "250 no TLS here"));
        DomainReport report = this.fixture
            .probe(this.fixture.domain("bank.example", this.fixture.goodServer("bank.example"), without));
        assertThat(report.outcome(STARTTLS)).isEqualTo(Outcome.FAIL);
        assertThat(report.outcome(SERVER_NAME)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void notesAnUnreachableServerWhereOthersAnswer() {
        LabServer gone = this.fixture.goodServer("bank.example");
        DomainName domain = this.fixture.domain("bank.example", this.fixture.goodServer("bank.example"), gone);
        gone.close();
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.outcome(MAIL_SERVERS)).isEqualTo(Outcome.NOTE);
        assertThat(report.outcome(STARTTLS)).isEqualTo(Outcome.PASS);
        assertThat(report.servers().get(1).verdicts()).extracting(Verdict::finding)
            .containsExactly(Finding.ONE_UNREACHABLE);
        assertThat(report.servers().get(1).notTested()).hasSize(5);
    }

    @Test
    void notesAServerWithoutAddressWhereOthersAnswer() {
        DomainName domain = this.fixture.domain("bank.example", this.fixture.goodServer("bank.example"));
        this.fixture.dns.add("bank.example", "MX", "30 forgotten.bank.example.");
        assertThat(this.fixture.probe(domain).outcome(MAIL_SERVERS)).isEqualTo(Outcome.NOTE);
    }

    @Test
    void failsADomainThatCannotBeReachedAtAll() {
        LabServer gone = this.fixture.goodServer("bank.example");
        DomainName domain = this.fixture.domain("bank.example", gone);
        gone.close();
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.verdicts()).containsExactly(Verdict.of(MAIL_SERVERS, Finding.ALL_UNREACHABLE));
        assertThat(report.outcome(MAIL_SERVERS)).isEqualTo(Outcome.FAIL);
        assertThat(report.outcome(STARTTLS)).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void doesNotFailADomainOfWhichAnUnreachableServerIsAllThatIsKnown() {
        LabServer gone = this.fixture.goodServer("bank.example");
        LabServer busy = this.fixture.lab
            .server(Script.with(Authority.good("x.example")).saying("banner", "421 Too many connections"));
        DomainName domain = this.fixture.domain("bank.example", gone, busy);
        gone.close();
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.outcomes().values()).containsOnly(Outcome.RETRY);
        assertThat(report.wantsRetry()).isTrue();
    }

    @Test
    void failsADomainThatTakesNoMailOrHasNoServer() {
        this.fixture.dns.add("null.example", "MX", "0 .");
        assertThat(this.fixture.probe(new DomainName("null.example")).verdicts())
            .containsExactly(Verdict.of(MAIL_SERVERS, Finding.NULL_MX, "null.example"));
        assertThat(this.fixture.probe(new DomainName("none.example")).verdicts())
            .containsExactly(Verdict.of(MAIL_SERVERS, Finding.NO_MAIL_SERVER, "none.example"));
    }

    @Test
    void knowsNothingWhereDnsGivesNoAnswer() {
        this.fixture.dns.fail("broken.example", "MX", Rcode.SERVFAIL);
        assertThat(this.fixture.probe(new DomainName("broken.example")).outcomes().values())
            .containsOnly(Outcome.UNKNOWN);
        DomainName domain = this.fixture.domain("bank.example", this.fixture.goodServer("bank.example"));
        this.fixture.dns.fail("mx1.bank.example", "A", Rcode.SERVFAIL);
        assertThat(this.fixture.probe(domain).outcomes().values()).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void asksTheDomainsOwnAddressWithoutMx() {
        LabServer server = this.fixture.lab.server(Script.with(Authority.good("bank.example")));
        this.fixture.dns.add("bank.example", "A", server.address().getHostAddress());
        assertThat(this.fixture.probe(new DomainName("bank.example")).worst()).isEqualTo(Outcome.PASS);
    }

    @Test
    void holdsTheNameOfTheMxAgainstTheCertificateAndNotThatOfItsAlias() {
        LabServer server = this.fixture.lab.server(Script.with(Authority.good("front.provider.example")));
        this.fixture.dns.add("bank.example", "MX", "10 mx.bank.example.")
            .add("mx.bank.example", "CNAME", "front.provider.example.")
            .add("front.provider.example", "A", server.address().getHostAddress());
        assertThat(this.fixture.probe(new DomainName("bank.example")).outcome(SERVER_NAME)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void asksOverIpv6Too() {
        requireIpv6();
        LabServer ipv4 = this.fixture.goodServer("bank.example");
        LabServer ipv6 = this.fixture.lab.server("::1", Script.with(Authority.good("x.example")));
        DomainName domain = this.fixture.domain("bank.example", ipv4);
        this.fixture.dns.add("mx1.bank.example", "AAAA", "::1");
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.servers()).extracting(ServerReport::address).containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(report.servers()).extracting((server) -> server.outcome(SERVER_NAME))
            .containsExactly(Outcome.PASS, Outcome.FAIL);
        assertThat(ipv6.connections()).isEqualTo(1);
        this.fixture.lab.with("ipv6", false);
        assertThat(this.fixture.probe(domain).servers()).hasSize(1);
    }

    @Test
    void doesNotGoWhereApplicantsHaveNoBusiness() {
        LabServer inner = this.fixture.goodServer("bank.example");
        DomainName domain = this.fixture.domain("bank.example", inner);
        this.fixture.lab.with("inner-addresses", false);
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.servers().get(0).verdicts()).extracting(Verdict::finding).containsOnly(Finding.INNER_ADDRESS);
        assertThat(report.outcomes().values()).containsOnly(Outcome.UNKNOWN);
        assertThat(inner.connections()).isZero();
    }

    @Test
    void keepsNothingHostile() throws Exception {
        String hostile = "<script>\u001b[31m\u0000\u202e" + "ø".repeat(500);
        LabServer server = this.fixture.goodServer("bank.example");
        server.follow(Script.with(Authority.good("*.bank.example"))
            .saying("banner", "220 " + hostile)
            .saying("EHLO", "250-mx\r\n250-" + hostile + "\r\n250 STARTTLS"));
        DomainReport report = this.fixture.probe(this.fixture.domain("bank.example", server));
        assertThat(report.worst()).isEqualTo(Outcome.PASS);
        assertThat(report.servers().get(0).banner()).startsWith("220 <script>?[31m??ø").hasSize(200);
        assertThat(ProbeFixture.JSON.writeValueAsString(report)).doesNotContain("\\u0000", "\u202e");
    }

    @Test
    void survivesTheWayIntoADatabaseAndBack() throws Exception {
        LabServer old = this.fixture.lab.server(Script.with(RawTls.only(0x0301)));
        DomainName domain = this.fixture.domain("bank.example", this.fixture.goodServer("bank.example"), old);
        this.fixture.dns.add("_smtp._tls.bank.example", "TXT", "\"v=TLSRPTv1; rua=mailto:tls@bank.example\"");
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.tlsReporting()).isEqualTo("v=TLSRPTv1; rua=mailto:tls@bank.example");
        assertThat(ProbeFixture.JSON.readValue(ProbeFixture.JSON.writeValueAsString(report), DomainReport.class))
            .isEqualTo(report);
    }

    @Test
    void refusesToKeepATransactionWaiting() {
        var instance = this.fixture.instance();
        TransactionTemplate transaction = new TransactionTemplate(instance.getBean(JdbcTransactionManager.class));
        DomainName domain = new DomainName("bank.example");
        assertThatIllegalStateException()
            .isThrownBy(() -> transaction
                .execute((status) -> instance.getBean(DomainProbe.class).probe(domain, Freshness.SHARED)))
            .withMessageContaining("outside of transactions");
        assertThatIllegalStateException().isThrownBy(
                () -> transaction.execute((status) -> instance.getBean(InboundProof.class).prove(domain, domain)));
    }

    @Test
    void believesNothingWhileItsOwnMachineCannotAsk() {
        LabServer wellKnown = this.fixture.goodServer("known.example");
        LabServer server = this.fixture.goodServer("bank.example");
        DomainName domain = this.fixture.domain("bank.example", server);
        this.fixture.lab.with("self-test.servers", List.of(wellKnown.address().getHostAddress()));
        assertThat(this.fixture.probe(domain).worst()).isEqualTo(Outcome.PASS);
        wellKnown.close();
        this.fixture.clock.forward(Duration.ofMinutes(6));
        DomainReport report = this.fixture.probe(domain);
        assertThat(report.servers().get(0).verdicts()).extracting(Verdict::finding)
            .containsOnly(Finding.SELF_TEST_FAILED);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void asksItsOwnMachineOnceForManyAndForEachFamily() {
        LabServer wellKnown = this.fixture.goodServer("known.example");
        this.fixture.dns.add("known.example", "A", wellKnown.address().getHostAddress());
        this.fixture.lab.with("self-test.servers", List.of("gone.example", "known.example"));
        DomainName domain = this.fixture.domain("bank.example", this.fixture.goodServer("bank.example"));
        this.fixture.dns.add("mx1.bank.example", "AAAA", "::1");
        DomainProbe probe = this.fixture.instance().getBean(DomainProbe.class);
        for (int i = 0; i < 3; i++) {
            DomainReport report = probe.probe(domain, Freshness.SHARED);
            assertThat(report.servers().get(0).outcome(STARTTLS)).isEqualTo(Outcome.PASS);
            assertThat(report.servers().get(1).verdicts())
                .contains(Verdict.of(STARTTLS, Finding.SELF_TEST_FAILED, "IPv6"));
        }
        assertThat(wellKnown.connections()).isEqualTo(1);
        this.fixture.clock.forward(Duration.ofMinutes(11));
        probe.probe(domain, Freshness.SHARED);
        assertThat(wellKnown.connections()).isEqualTo(2);
    }

    private static void requireIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            assertThat(socket.isBound()).isTrue();
        }
        catch (java.io.IOException ex) {
            String sentence = "This machine has no IPv6: servers are NOT asked over it in the tests";
            System.err.println("\n*** " + sentence + " ***\n");
            abort(sentence);
        }
    }

}
