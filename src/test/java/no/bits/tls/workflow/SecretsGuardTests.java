package no.bits.tls.workflow;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsGuardTests {

    private final AtomicBoolean connected = new AtomicBoolean();

    private final ApplicationContextRunner bare = new ApplicationContextRunner().withBean(SecretsGuard.class)
        .withBean("connection", AtomicBoolean.class, () -> {
            this.connected.set(true);
            return this.connected;
        });

    private final ApplicationContextRunner safe = this.bare.withPropertyValues("spring.datasource.username=backoffice",
            "spring.datasource.password=Rognebaer-i-november", "backoffice.inbox.username=tls@bits.no",
            "backoffice.inbox.password=Blokkebaer-i-oktober",
            "backoffice.outbox.token-secret=4f2b1d7c9e8a6035b7d1c2e3f4a59687");

    @Test
    void startsWithSecretsThatNobodyGuesses() {
        this.safe.run((context) -> assertThat(context).hasNotFailed());
    }

    @Test
    void namesEveryMissingSecretAtOnceBeforeAnythingConnects() {
        this.bare.run((context) -> {
            assertThat(context).getFailure()
                .isInstanceOf(UnsafeSecrets.class)
                .hasMessageContaining("spring.datasource.password (in the environment: SPRING_DATASOURCE_PASSWORD)")
                .hasMessageContaining("backoffice.inbox.password (in the environment: BACKOFFICE_INBOX_PASSWORD)")
                .hasMessageContaining(
                        "backoffice.outbox.token-secret (in the environment: BACKOFFICE_OUTBOX_TOKENSECRET) is not set");
            assertThat(this.connected).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({ "spring.datasource.password, postgres, everybody knows",
            "spring.datasource.password, '   ', is not set", "spring.datasource.password, BackOffice, the user name",
            "backoffice.inbox.password, demo-password-of-today, everybody knows",
            "backoffice.inbox.password, TLS@bits.no, the user name",
            "backoffice.inbox.password, kort, shorter than 12 characters",
            "backoffice.outbox.token-secret, changeme, everybody knows",
            "backoffice.outbox.token-secret, Blokkebaer-i-oktober, shorter than 32 characters" })
    void refusesWhatIsKnownShortOrBlank(String property, String value, String fault) {
        this.safe.withPropertyValues(property + "=" + value)
            .run((context) -> assertThat(context).getFailure()
                .isInstanceOf(UnsafeSecrets.class)
                .hasMessageContaining(property)
                .hasMessageContaining(fault));
    }

    @ParameterizedTest
    @CsvSource({ "spring.mail.username, spring.mail.password",
            "camunda.bpm.admin-user.id, camunda.bpm.admin-user.password" })
    void asksForAPasswordWhereAUserIsSet(String user, String password) {
        this.safe.withPropertyValues(user + "=somebody")
            .run((context) -> assertThat(context).getFailure()
                .hasMessageContaining(password)
                .hasMessageContaining("is not set"));
        this.safe.withPropertyValues(user + "=somebody", password + "=Tyttebaer-i-september")
            .run((context) -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = { "backoffice.inbox.login", "backoffice.outbox.login" })
    void asksForTheMailAccountsSecretWhereWeLogInWithATokenAndForNoPasswordThen(String login) {
        ApplicationContextRunner tokens = this.safe.withPropertyValues(login + "=oauth2",
                "spring.mail.username=tls@bits.no", "spring.mail.password=Tyttebaer-i-september",
                login.replace("login", "password").replace("backoffice.outbox", "spring.mail") + "=");
        tokens.run((context) -> assertThat(context).getFailure()
            .isInstanceOf(UnsafeSecrets.class)
            .hasMessageContaining(
                    "backoffice.mailaccount.client-secret (in the environment: BACKOFFICE_MAILACCOUNT_CLIENTSECRET) is not set")
            .hasMessageNotContaining("password"));
        tokens.withPropertyValues("backoffice.mailaccount.client-secret=Multebaer-i-august")
            .run((context) -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesAShortTokenForMonitors() {
        this.safe.withPropertyValues("backoffice.monitoring.token=Multebaer-i-august")
            .run((context) -> assertThat(context).getFailure()
                .hasMessageContaining("backoffice.monitoring.token")
                .hasMessageContaining("shorter than 32 characters"));
    }

    @Test
    void letsADemoStartWithAnySecret() {
        this.bare.withBean(Demo.class, () -> new Demo() {
        }).run((context) -> assertThat(context).hasNotFailed());
    }

    @Test
    void tellsWhatToDoInPlaceOfAStackTrace() {
        assertThat(SpringFactoriesLoader.loadFactoryNames(FailureAnalyzer.class, null))
            .contains(UnsafeSecretsAnalyzer.class.getName());
        assertThat(new UnsafeSecretsAnalyzer().analyze(UnsafeSecrets.in(List.of("x"))).getAction())
            .contains("openssl rand -hex 24");
    }

}
