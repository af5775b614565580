package no.bits.tls.mailaccount;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** We got no token for the mail server. */
public final class NoAccessToken extends RuntimeException {

    private NoAccessToken(String message, Throwable cause) {
        super(message, cause);
    }

    private NoAccessToken(String message) {
        super(message);
    }

    static NoAccessToken withoutAccount() {
        return new NoAccessToken("There is no account to get a token for the mail server from: set"
                + " backoffice.mailaccount.token-uri, .client-id and .client-secret, or .login=password");
    }

    static NoAccessToken refused(MailAccountSettings settings, OAuth2Error error, Exception cause) {
        String remedy = switch (error.getErrorCode()) {
            case OAuth2ErrorCodes.INVALID_CLIENT, OAuth2ErrorCodes.UNAUTHORIZED_CLIENT ->
                "backoffice.mailaccount.client-id and .client-secret, which may have expired";
            case OAuth2ErrorCodes.INVALID_SCOPE -> "backoffice.mailaccount.scope (%s)".formatted(settings.scope());
            default -> "backoffice.mailaccount.token-uri and what the provider says of the application";
        };
        return new NoAccessToken("%s gives us no token for the mail server (%s: %s); check %s"
            .formatted(settings.tokenUri(), error.getErrorCode(), error.getDescription(), remedy), cause);
    }

}
