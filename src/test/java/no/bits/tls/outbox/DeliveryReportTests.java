package no.bits.tls.outbox;

import no.bits.tls.outbox.DeliveryReport.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the words of many mail servers mean. */
class DeliveryReportTests {

    @ParameterizedTest
    @ValueSource(strings = { "403 4.7.0 TLS handshake failed.", "403 4.7.0 not authenticated: certificate not trusted",
            "454 4.7.5 Server certificate not trusted", "454 4.7.0 TLS not available due to temporary reason",
            "454 4.3.3 TLS not available", "454 TLS currently unavailable",
            "450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot] [LastAttemptedServerName=mx.bank.example]",
            "4.4.317 Cannot connect to remote server [Message=SubjectMismatch Expected Subject: mx.bank.example]",
            "4.4.317 Cannot connect to remote server: the certificate has expired",
            "4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail]",
            "550 5.7.3 STARTTLS is required to send mail", "530 5.7.0 Must issue a STARTTLS command first",
            "523 5.7.10 Encryption Needed", "554 5.7.10 Must issue a STARTTLS command first",
            "4.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.",
            "4.7.322 certificate-expired: Destination mail server's certificate is expired.",
            "5.7.323 tlsa-invalid: The domain failed DANE validation.",
            "4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records",
            "4.7.325 certificate-host-mismatch: Remote certificate MUST have a common name",
            "TLS is required, but was not offered by host mx.bank.example[192.0.2.1]",
            "TLS is required, but host mx.bank.example[192.0.2.1] refused to start TLS: 454 4.7.0 later",
            "Server certificate not verified", "Cannot start TLS: handshake failure",
            "No usable TLSA records for mx.bank.example", "TLSA lookup error for mx.bank.example:25",
            "a TLS session is required, but the server did not offer TLS support", "DANE error: tlsa lookup DEFER",
            "SMTP error: TLS error on connection: certificate verification failed",
            "MX host mx.bank.example is not listed in the MTA-STS policy",
            "TLS Negotiation failed, the certificate doesn't match the host.",
            "554 5.7.1 Session encryption is required", "550 Connection must be encrypted",
            "550 5.7.1 This server requires TLSv1.2 or newer",
            "421 4.7.0 Unable to establish TLS session for tls@bits.no", "SSL routines: unknown protocol: SSL error" })
    void aServersComplaintAboutTlsIsOne(String said) {
        assertThat(report(Action.FAILED, "", said).isTlsFailure()).isTrue();
        assertThat(report(Action.DELAYED, "", said).isTlsFailure()).isTrue();
        assertThat(report(Action.FAILED, "", said).isDeadAddress()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "550 5.7.1 blocked", "550 5.7.1 Service unavailable, client host blocked",
            "550 5.7.1 <tls@bits.no>: Sender address rejected: not allowed",
            "550 5.7.1 Message from tls@bits.no refused, must be approved",
            "554 tls@bits.no is required to authenticate",
            "550 5.7.26 Mail from <tls-bounce+0a1b@bits.no> failed DMARC",
            "554 5.7.1 Client host mx-tls.bits.no rejected: cannot find your hostname",
            "550 5.7.1 See https://www.bits.no/tls/required why this failed",
            "552 5.2.2 The recipient's inbox is out of storage space.", "451 4.7.1 Greylisted, try again later",
            "550 5.7.23 SPF check failed, received over TLS", "550 5.7.1 certificate.exe is not allowed",
            "450 4.7.1 Dane Jensen is not available", "550 5.7.3 Requested action aborted; user not authenticated",
            "421 4.4.2 Connection dropped", "" })
    void whatDoesNotComplainAboutTlsIsNoTlsFailure(String said) {
        assertThat(report(Action.FAILED, "", said).isTlsFailure()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.7.5 |                              | true
            5.7.5 |                              | true
            5.7.10 | 523 no                      | true
            4.7.325 |                            | true
            5.7.1 |                              | false
            4.7.0 |                              | false
            """)
    void aStatusAloneMayTell(String status, String said, boolean tls) {
        assertThat(report(Action.FAILED, status, (said != null) ? said : "").isTlsFailure()).isEqualTo(tls);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 5.1.1 <tls@bank.example>: Recipient address rejected: User unknown | true
            550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found                   | true
            550-5.1.1 The email account that you tried to reach does not exist.    | true
            556 5.1.10 Recipient address has null MX                               | true
            550 5.1.2 Host unknown                                                 | true
            550 5.1.0 Address rejected                                             | true
            550 5.1.0 <tls-bounce+a1@bits.no> Sender rejected                      | false
            553 5.1.8 Domain of sender address does not exist                      | false
            501 5.1.7 Bad sender address syntax                                    | false
            450 4.1.1 User unknown, try again                                      | false
            550 5.7.1 Relaying denied                                              | false
            552 5.2.2 Mailbox full                                                 | false
            550 5.2.1 Mailbox disabled                                             | false
            """)
    void onlyAnAddressThatIsNoneIsDead(String said, boolean dead) {
        assertThat(report(Action.FAILED, "5.0.0", said).isDeadAddress()).isEqualTo(dead);
        assertThat(report(Action.DELAYED, "5.0.0", said).isDeadAddress()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Action.class, names = { "DELIVERED", "RELAYED", "EXPANDED" })
    void whatArrivedIsNeitherDeadNorATlsFailure(Action action) {
        DeliveryReport arrived = report(action, "5.1.1", "TLS is required");
        assertThat(arrived.isDeadAddress() || arrived.isTlsFailure()).isFalse();
    }

    @Test
    void ourOwnServersRefusalIsReadTheSameWay() {
        assertThat(DeliveryReport.ofRefusal("550 5.1.1 No such user")).hasValueSatisfying((report) -> {
            assertThat(report.isDeadAddress()).isTrue();
            assertThat(report.cause()).isEqualTo("5.1.1");
            assertThat(report.line()).isEqualTo("550 5.1.1 No such user");
        });
        assertThat(DeliveryReport.ofRefusal("454 4.7.5 Certificate not trusted")).get()
            .matches(DeliveryReport::isTlsFailure);
    }

    @ParameterizedTest
    @ValueSource(strings = { "No connection: Could not convert socket to TLS",
            "530 5.7.0 Must issue a STARTTLS command first", "250 2.0.0 Ok", "",
            "The connection broke after the final dot" })
    void whatOurServerSaysAboutUsSaysNothingAboutTheRecipient(String answer) {
        assertThat(DeliveryReport.ofRefusal(answer)).isEmpty();
    }

    private static DeliveryReport report(Action action, String status, String said) {
        return new DeliveryReport(action, status, said, "mx.bank.example");
    }

}
