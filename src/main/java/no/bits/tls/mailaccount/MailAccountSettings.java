package no.bits.tls.mailaccount;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the tokens come from with which we log in to a mail server; needed only where
 * {@code backoffice.inbox.login} or {@code backoffice.outbox.login} is {@code oauth2}.
 *
 * @param tokenUri the token endpoint (RFC 6749, 3.2), of Microsoft 365
 * {@code https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token}
 * @param clientId the application's name at the provider
 * @param clientSecret the application's secret at the provider
 * @param authentication how the secret is shown to the provider (RFC 6749, 2.3.1):
 * {@code client_secret_basic} or {@code client_secret_post}
 * @param scope what a token is for; Microsoft 365's mailboxes unless said otherwise
 * @param timeout how long to wait for a connection, and again for the answer
 */
@ConfigurationProperties("backoffice.mailaccount")
@Validated
record MailAccountSettings(@Nullable URI tokenUri, @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("client_secret_basic") @Pattern(regexp = "client_secret_(basic|post)") String authentication,
        @DefaultValue("https://outlook.office365.com/.default") @NotBlank String scope,
        @DefaultValue("10s") Duration timeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    MailAccountSettings {
        if (!clientSecret.isBlank() && (tokenUri == null || clientId.isBlank())) {
            throw new IllegalArgumentException("backoffice.mailaccount.client-secret is of no use alone:"
                    + " set backoffice.mailaccount.token-uri and backoffice.mailaccount.client-id too");
        }
        if (tokenUri != null && !isSafe(tokenUri)) {
            throw new IllegalArgumentException(
                    "backoffice.mailaccount.token-uri (%s) must begin with https://, because our secret goes there"
                        .formatted(tokenUri));
        }
    }

    /** Whether there is an account at all. */
    boolean complete() {
        return !this.clientSecret.isBlank();
    }

    private static boolean isSafe(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
    }

}
