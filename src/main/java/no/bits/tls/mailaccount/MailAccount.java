package no.bits.tls.mailaccount;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Objects;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The application's own account with a mail provider: gets a token by the client
 * credentials flow (RFC 6749, 4.4), keeps it, and gets another a minute before it
 * expires. Never more than one is asked for at a time.
 */
@Component
public class MailAccount {

    private static final String NAME = "mail";

    private static final OAuth2AuthorizeRequest REQUEST = OAuth2AuthorizeRequest.withClientRegistrationId(NAME)
        .principal(NAME)
        .build();

    private final MailAccountSettings settings;

    private final OAuth2AuthorizedClientService tokens;

    private final AuthorizedClientServiceOAuth2AuthorizedClientManager provider;

    MailAccount(MailAccountSettings settings, Clock clock) {
        this.settings = settings;
        ClientRegistrationRepository registrations = (name) -> registration(settings);
        this.tokens = new InMemoryOAuth2AuthorizedClientService(registrations);
        this.provider = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, this.tokens);
        this.provider.setAuthorizedClientProvider(clientCredentials(settings, clock));
    }

    /**
     * A token for the mail server.
     * @return the one we have, or a new one where it expires within a minute
     * @throws NoAccessToken if the provider gives us none
     */
    public synchronized String token() {
        try {
            return Objects.requireNonNull(this.provider.authorize(REQUEST)).getAccessToken().getTokenValue();
        }
        catch (OAuth2AuthorizationException ex) {
            throw NoAccessToken.refused(this.settings, ex.getError(), ex);
        }
    }

    /**
     * Another token where the mail server refused the one we have.
     * @param refused what it refused
     * @return a new token, or the one that another thread got meanwhile
     * @throws NoAccessToken if the provider gives us none
     */
    public synchronized String tokenInsteadOf(String refused) {
        if (token().equals(refused)) {
            this.tokens.removeAuthorizedClient(NAME, NAME);
        }
        return token();
    }

    /**
     * What to tell where a new token was refused too.
     * @param server the mail server
     * @param username who we said we are
     * @param setting where that stands
     * @param answer what the mail server said
     * @return one sentence that names what to check
     */
    public String refusal(String server, String username, String setting, Exception answer) {
        return ("The mail server %s does not let %s in, not even with a new token (%s): check %s and whether the"
                + " provider lets the application %s use this mailbox")
            .formatted(server, username, answer.getMessage(), setting, this.settings.clientId());
    }

    private static ClientCredentialsOAuth2AuthorizedClientProvider clientCredentials(MailAccountSettings settings,
            Clock clock) {
        RestClientClientCredentialsTokenResponseClient client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(http(settings));
        ClientCredentialsOAuth2AuthorizedClientProvider provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(client);
        provider.setClock(clock);
        return provider;
    }

    private static RestClient http(MailAccountSettings settings) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        requests.setReadTimeout(settings.timeout());
        return RestClient.builder().requestFactory(requests).messageConverters((converters) -> {
            converters.clear();
            converters.add(new FormHttpMessageConverter());
            converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
        }).defaultStatusHandler(HttpStatusCode::is4xxClientError, (request, response) -> refused(response)).build();
    }

    /** A wrong secret is answered with 400 or with 401 (RFC 6749, 5.2). */
    private static void refused(ClientHttpResponse response) throws IOException {
        throw new OAuth2AuthorizationException(new OAuth2ErrorHttpMessageConverter().read(OAuth2Error.class, response));
    }

    private static ClientRegistration registration(MailAccountSettings settings) {
        if (!settings.complete()) {
            throw NoAccessToken.withoutAccount();
        }
        return ClientRegistration.withRegistrationId(NAME)
            .tokenUri(String.valueOf(settings.tokenUri()))
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret())
            .clientAuthenticationMethod(new ClientAuthenticationMethod(settings.authentication()))
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .scope(settings.scope().split(" "))
            .build();
    }

}
