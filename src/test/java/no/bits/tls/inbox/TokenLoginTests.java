package no.bits.tls.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.mail.AuthenticationFailedException;
import no.bits.tls.mailaccount.TokenEndpoint;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The mailbox of a provider that takes no passwords, on a real mail server. */
@ExtendWith(OutputCaptureExtension.class)
class TokenLoginTests {

    private final TokenEndpoint provider = new TokenEndpoint();

    private final Dovecot server = Dovecot.withTokens(this.provider.introspection());

    private final InboxFixture inbox = new InboxFixture().with("port", this.server.port).with("login", "oauth2");

    @AfterEach
    void stop() {
        this.inbox.close();
        this.server.close();
        this.provider.close();
    }

    @Test
    void readsTheMailboxWithATokenAndWithTheSameOneAfterARestart(CapturedOutput output) throws IOException {
        this.inbox.account = this.provider.account();
        this.inbox.reader();
        deliver("First");
        await().until(() -> this.server.count("Processed") == 1);
        this.server.stop();
        this.server.start();
        deliver("Second");
        await().until(() -> this.server.count("Processed") == 2);
        assertThat(this.provider.issued()).hasSize(1);
        assertThat(output.getAll()).doesNotContain(this.provider.issued()).doesNotContain(TokenEndpoint.SECRET);
    }

    @Test
    void getsANewTokenWhereTheServerRefusesTheOldOne() throws Exception {
        this.inbox.account = this.provider.account();
        this.inbox.account.token();
        this.provider.revokeAll();
        try (Mailbox mailbox = Mailbox.open(this.inbox.settings(), this.inbox.account)) {
            assertThat(mailbox.uids()).isEmpty();
        }
        assertThat(this.provider.issued()).hasSize(2);
    }

    @Test
    void saysWhatToCheckWhereANewTokenIsRefusedToo() {
        this.inbox.account = this.provider.account();
        this.provider.onIssue((token) -> this.provider.revokeAll());
        assertThatExceptionOfType(AuthenticationFailedException.class)
            .isThrownBy(() -> Mailbox.open(this.inbox.settings(), this.inbox.account))
            .withMessageContaining("The mail server 127.0.0.1 does not let tls@bits.no in")
            .withMessageContaining("backoffice.inbox.username")
            .satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(this.provider.issued()));
        assertThat(this.provider.issued()).hasSize(2);
    }

    private void deliver(String subject) throws IOException {
        this.server.deliver(subject, MailIntakeTests.mail(subject).getBytes(StandardCharsets.UTF_8));
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
    }

}
