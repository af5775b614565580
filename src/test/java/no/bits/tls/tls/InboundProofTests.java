package no.bits.tls.tls;

import java.util.List;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.InboundProofReport.ServerProof;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Proves by a real SMTP dialogue in clear whether a listed sender is refused. */
class InboundProofTests {

    private static final DomainName LISTED = new DomainName("bits.example");

    private final ProbeFixture fixture = new ProbeFixture();

    @AfterEach
    void close() {
        this.fixture.close();
    }

    @Test
    void isEnforcedWhereTheSenderIsRefused() {
        LabServer server = server("MAIL", "530 5.7.0 Must issue a STARTTLS command first");
        InboundProofReport report = prove(server);
        assertThat(report.enforcement()).isEqualTo(Enforcement.ENFORCED);
        assertThat(report.servers().get(0).transcript()).containsExactly("S: 220 mx ESMTP lab",
                "C: EHLO probe.bits.example", "S: 250 mx PIPELINING STARTTLS 8BITMIME",
                "C: MAIL FROM:<postmaster@bits.example>", "S: 530 5.7.0 Must issue a STARTTLS command first", "C: RSET",
                "S: 250 ok", "C: QUIT");
    }

    @Test
    void isEnforcedWhereTheRecipientIsRefused() {
        LabServer server = server("RCPT", "550 5.7.1 TLS required");
        assertThat(prove(server).enforcement()).isEqualTo(Enforcement.ENFORCED);
        assertThat(server.heard()).containsExactly("connect", "EHLO probe.bits.example",
                "MAIL FROM:<postmaster@bits.example>", "RCPT TO:<postmaster@bank.example>", "RSET", "QUIT");
    }

    @Test
    void isDelayedWhereTheRefusalIsForAWhileOnly() {
        assertThat(prove(server("RCPT", "450 4.7.1 TLS required")).enforcement()).isEqualTo(Enforcement.DELAYED);
    }

    @Test
    void isNotEnforcedWhereSuchMailWouldBeTaken() {
        LabServer server = server("RCPT", "250 ok");
        assertThat(prove(server).enforcement()).isEqualTo(Enforcement.NOT_ENFORCED);
        assertThat(server.heard()).contains("RSET", "QUIT").doesNotContain("DATA");
    }

    @Test
    void isUnknownWhereTheServerRefusesUs() {
        assertThat(prove(server("banner", "554 5.7.1 You are on a list")).enforcement()).isEqualTo(Enforcement.UNKNOWN);
        this.fixture.lab.with("inner-addresses", false);
        InboundProofReport report = prove(server("MAIL", "530 No"));
        assertThat(report.servers()).allSatisfy(
                (server) -> assertThat(server.transcript()).containsExactly("-- not an address of the Internet"));
    }

    @Test
    void isWhatTheWeakestServerDoes() {
        LabServer strict = server("MAIL", "530 No");
        LabServer lax = server("RCPT", "250 ok");
        LabServer gone = server("MAIL", "530 No");
        DomainName domain = this.fixture.domain("bank.example", strict, gone);
        gone.close();
        assertThat(prove(domain).enforcement()).isEqualTo(Enforcement.ENFORCED);
        assertThat(prove(this.fixture.domain("other.example", strict, lax)).enforcement())
            .isEqualTo(Enforcement.NOT_ENFORCED);
    }

    @Test
    void survivesTheWayIntoADatabaseAndBack() throws Exception {
        InboundProofReport report = prove(server("MAIL", "530 No"));
        assertThat(ProbeFixture.JSON.readValue(ProbeFixture.JSON.writeValueAsString(report), InboundProofReport.class))
            .isEqualTo(report);
        assertThat(report.servers()).extracting(ServerProof::mailHost).isEqualTo(List.of("mx1.bank.example"));
    }

    private LabServer server(String command, String answer) {
        return this.fixture.lab.server(Script.with(RawTls.cutting()).saying(command, answer));
    }

    private InboundProofReport prove(LabServer server) {
        return prove(this.fixture.domain("bank.example", server));
    }

    private InboundProofReport prove(DomainName domain) {
        return this.fixture.instance().getBean(InboundProof.class).prove(domain, LISTED);
    }

}
