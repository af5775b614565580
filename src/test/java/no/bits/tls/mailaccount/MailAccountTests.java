package no.bits.tls.mailaccount;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailAccountTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TokenEndpoint provider = new TokenEndpoint();

    @AfterEach
    void stop() {
        this.provider.close();
    }

    @Test
    void asksForATokenOnceAndKeepsIt() {
        MailAccount account = this.provider.account();
        assertThat(account.token()).isEqualTo(account.token());
        assertThat(this.provider.issued()).containsExactly(account.token());
        assertThat(this.provider.requests()).singleElement()
            .asString()
            .contains("grant_type=client_credentials", "scope=mail");
    }

    @ParameterizedTest
    @CsvSource({ "PT58M, 1", "PT59M30S, 2", "PT2H, 2" })
    void getsAnotherAMinuteBeforeItExpires(Duration age, int tokens) {
        MutableClock clock = new MutableClock();
        MailAccount account = this.provider.account(clock, TokenEndpoint.SECRET, PATIENCE);
        account.token();
        clock.age = age;
        assertThat(account.token()).isEqualTo(this.provider.issued().get(tokens - 1));
        assertThat(this.provider.issued()).hasSize(tokens);
    }

    @Test
    void getsAnotherForARefusedOneAndNoneForOneThatIsGoneAlready() {
        MailAccount account = this.provider.account();
        String refused = account.token();
        String second = account.tokenInsteadOf(refused);
        assertThat(second).isNotEqualTo(refused);
        assertThat(account.tokenInsteadOf(refused)).isEqualTo(second);
        assertThat(this.provider.issued()).hasSize(2);
    }

    @Test
    void asksOnceForManyWhoNeedOneAtTheSameTime() {
        this.provider.delayBy(Duration.ofMillis(300));
        MailAccount account = this.provider.account();
        Set<String> tokens = Stream.generate(() -> account)
            .limit(8)
            .parallel()
            .map(MailAccount::token)
            .collect(Collectors.toSet());
        assertThat(tokens).hasSize(1);
        assertThat(this.provider.requests()).hasSize(1);
    }

    @Test
    void namesTheSettingOfARefusedSecretAndNeverTheSecret() {
        MailAccount account = this.provider.account(Clock.systemUTC(), "Tindved-i-mai", PATIENCE);
        assertThatExceptionOfType(NoAccessToken.class).isThrownBy(account::token)
            .withMessageContaining("invalid_client: Invalid client secret provided")
            .withMessageContaining("backoffice.mailaccount.client-id and .client-secret")
            .satisfies((ex) -> assertThat(Throwables.getStackTrace(ex)).doesNotContain("Tindved-i-mai"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';',
            value = { "400;{\"error\":\"invalid_scope\"};backoffice.mailaccount.scope (mail)",
                    "400;{\"error\":\"unauthorized_client\"};backoffice.mailaccount.client-id",
                    "500;no JSON;backoffice.mailaccount.token-uri", "404;{};backoffice.mailaccount.token-uri",
                    "302;{};backoffice.mailaccount.token-uri" })
    void namesTheSettingThatIsWrong(int status, String answer, String setting) {
        this.provider.refuseWith(status, answer);
        assertThatExceptionOfType(NoAccessToken.class).isThrownBy(this.provider.account()::token)
            .withMessageContaining("/token gives us no token for the mail server")
            .withMessageContaining(setting);
    }

    @Test
    void recoversWhenTheProviderDoes() {
        MailAccount account = this.provider.account();
        this.provider.refuseWith(503, "{\"error\":\"temporarily_unavailable\"}");
        assertThatExceptionOfType(NoAccessToken.class).isThrownBy(account::token);
        this.provider.refuseWith(200, "");
        assertThat(account.token()).isEqualTo(this.provider.issued().get(0));
    }

    @Test
    void waitsNoLongerThanItMay() {
        this.provider.delayBy(PATIENCE);
        MailAccount account = this.provider.account(Clock.systemUTC(), TokenEndpoint.SECRET, Duration.ofSeconds(1));
        long start = System.nanoTime();
        assertThatExceptionOfType(NoAccessToken.class).isThrownBy(account::token)
            .withMessageContaining("backoffice.mailaccount.token-uri");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.dividedBy(2));
    }

    @Test
    void saysWhatToSetWhereThereIsNoAccount() {
        assertThatExceptionOfType(NoAccessToken.class).isThrownBy(TokenEndpoint.none()::token)
            .withMessageContaining("backoffice.mailaccount.token-uri, .client-id and .client-secret");
    }

    @Test
    void isOfMicrosoft365UnlessSaidOtherwise() {
        MailAccountSettings settings = settings("https://login.microsoftonline.com/bits/oauth2/v2.0/token", "id");
        assertThat(settings.scope()).isEqualTo("https://outlook.office365.com/.default");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://login.example/token", "ftp://127.0.0.1/token", "token" })
    void sendsTheSecretNowhereUnencrypted(String tokenUri) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new MailAccountSettings(URI.create(tokenUri), "id", "secret", "client_secret_basic",
                    "mail", PATIENCE))
            .withMessageContaining("backoffice.mailaccount.token-uri");
    }

    @Test
    void wantsAllOfAnAccount() {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new MailAccountSettings(null, "id", "secret", "client_secret_basic", "mail", PATIENCE))
            .withMessageContaining("backoffice.mailaccount.token-uri");
    }

    private static MailAccountSettings settings(String tokenUri, String clientId) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        source.put("backoffice.mailaccount.token-uri", tokenUri);
        source.put("backoffice.mailaccount.client-id", clientId);
        source.put("backoffice.mailaccount.client-secret", TokenEndpoint.SECRET);
        return new Binder(source).bind("backoffice.mailaccount", MailAccountSettings.class).get();
    }

    /** The real time, and some. */
    private static final class MutableClock extends Clock {

        private Duration age = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(this.age);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

    }

}
