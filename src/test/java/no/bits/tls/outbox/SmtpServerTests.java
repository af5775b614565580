package no.bits.tls.outbox;

import java.io.IOException;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import no.bits.tls.mailaccount.TokenEndpoint;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.mail.MailProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SmtpServerTests {

    private static final String CASE = "TLS-2026-00042";

    private final GreenMail encrypted = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));

    private OutboxFixture fixture;

    @BeforeEach
    void start() throws IOException {
        this.fixture = new OutboxFixture();
        this.fixture.owe(CASE);
        this.encrypted.start();
    }

    @AfterEach
    void stop() throws IOException {
        this.encrypted.stop();
        this.fixture.close();
    }

    @Test
    void serverWithoutStartTlsGetsNothing() {
        deliver(OutboxFixture.serverAddress(this.fixture.server.port()), "starttls");
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.RETRY);
        assertThat(this.fixture.mail(CASE).lastAnswer()).containsIgnoringCase("STARTTLS");
        assertThat(this.fixture.server.journal()).isEmpty();
    }

    @Test
    void serverWithACertificateThatNobodyTrustsGetsNothing() {
        deliver(OutboxFixture.serverAddress(this.encrypted.getSmtps().getPort()), "tls");
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.RETRY);
        assertThat(this.encrypted.getReceivedMessages()).isEmpty();
    }

    @Test
    void serverWithATrustedCertificateGetsTheMail() {
        MailProperties address = OutboxFixture.serverAddress(this.encrypted.getSmtps().getPort());
        address.getProperties()
            .putAll(Map.of("mail.smtp.ssl.trust", "*", "mail.smtp.ssl.checkserveridentity", "false"));
        deliver(address, "tls");
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.SENT);
        assertThat(this.encrypted.getReceivedMessages()).hasSize(1);
    }

    @Test
    void wrongPasswordFailsNoMail() {
        this.encrypted.setUser("bits@localhost", "bits", "right");
        MailProperties address = OutboxFixture.serverAddress(this.encrypted.getSmtps().getPort());
        address.setUsername("bits");
        address.setPassword("wrong");
        address.getProperties()
            .putAll(Map.of("mail.smtp.ssl.trust", "*", "mail.smtp.ssl.checkserveridentity", "false"));
        deliver(address, "tls");
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.RETRY);
        assertThat(this.fixture.mail(CASE).lastAnswer()).startsWith("No connection: 535");
    }

    @Test
    void settingsThatCannotWorkSaySo() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mailbox.parse("a@b.example, c@d.example"))
            .withMessageContaining("backoffice.outbox.from");
        assertThatIllegalArgumentException().isThrownBy(() -> Mailbox.parse("Bits <forced-tls-scheme@bits.no>"))
            .withMessageContaining("backoffice.outbox.from");
        assertThat(Mailbox.parse("Bits – tvungen TLS <tls@bits.no>").name()).isEqualTo("Bits – tvungen TLS");
    }

    private void deliver(MailProperties address, String security) {
        SmtpServer server = new SmtpServer(address, OutboxFixture.settings(Map.of("security", security)),
                TokenEndpoint.none());
        new Courier(this.fixture.queue, server).deliverDue(() -> true);
    }

}
