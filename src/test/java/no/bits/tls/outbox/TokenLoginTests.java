package no.bits.tls.outbox;

import java.io.IOException;
import java.util.Map;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import no.bits.tls.mailaccount.MailAccount;
import no.bits.tls.mailaccount.TokenEndpoint;
import no.bits.tls.outbox.OutgoingMail.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Sending through a provider that takes no passwords: the only good one is a token. */
@ExtendWith(OutputCaptureExtension.class)
class TokenLoginTests {

    private static final String CASE = "TLS-2026-00042";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final TokenEndpoint provider = new TokenEndpoint();

    private OutboxFixture fixture;

    private GreenMailUser user;

    @BeforeEach
    void start() throws IOException {
        this.fixture = new OutboxFixture();
        this.fixture.owe(CASE);
        this.server.getUserManager().setAuthRequired(true);
        this.server.start();
        this.user = this.server.setUser(TokenEndpoint.USER, TokenEndpoint.USER, "none yet");
        this.provider.onIssue((token) -> this.user.setPassword(token));
    }

    @AfterEach
    void stop() throws IOException {
        this.server.stop();
        this.provider.close();
        this.fixture.close();
    }

    @Test
    void logsInWithATokenThatNoLogShows(CapturedOutput output) {
        deliver(this.provider.account());
        assertThat(this.fixture.mail(CASE).lastAnswer()).startsWith("250");
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.SENT);
        assertThat(output.getAll()).doesNotContain(this.provider.issued()).doesNotContain(TokenEndpoint.SECRET);
    }

    @Test
    void getsANewTokenWhereTheServerRefusesTheOldOne() {
        MailAccount account = this.provider.account();
        account.token();
        this.user.setPassword("revoked");
        deliver(account);
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.SENT);
        assertThat(this.provider.issued()).hasSize(2);
    }

    @Test
    void mailWaitsAndSaysWhatToCheckWhereANewTokenIsRefusedToo() {
        this.provider.onIssue((token) -> {
        });
        deliver(this.provider.account());
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.RETRY);
        assertThat(this.fixture.mail(CASE).lastAnswer())
            .contains("does not let tls@bits.no in", "535", "spring.mail.username")
            .doesNotContain(this.provider.issued());
        assertThat(this.provider.issued()).hasSize(2);
    }

    @Test
    void mailWaitsWhereThereIsNoToken() {
        this.provider.close();
        deliver(this.provider.account());
        assertThat(this.fixture.mail(CASE).state()).isEqualTo(State.RETRY);
        assertThat(this.fixture.mail(CASE).lastAnswer()).contains("backoffice.mailaccount.token-uri");
    }

    private void deliver(MailAccount account) {
        MailProperties address = OutboxFixture.serverAddress(this.server.getSmtp().getPort());
        address.setUsername(TokenEndpoint.USER);
        new Courier(this.fixture.queue,
                new SmtpServer(address, OutboxFixture.settings(Map.of("login", "oauth2")), account))
            .deliverDue(() -> true);
    }

}
