package no.bits.tls.login;

import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import no.bits.tls.Browser;

import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * A real OpenID Connect provider on this machine; everybody's password is their name, and
 * tests say who is in which group.
 */
final class IdentityProvider implements AutoCloseable {

    private static final Map<String, List<String>> GROUPS = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext server;

    private IdentityProvider(ConfigurableApplicationContext server) {
        this.server = server;
    }

    /**
     * Starts a provider.
     * @param port where it listens
     * @param backOffice where people come from and go back to
     * @return the provider
     */
    static IdentityProvider start(int port, String backOffice) {
        return new IdentityProvider(new SpringApplicationBuilder(Server.class).bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .run("--spring.config.location=optional:classpath:/none/", "--server.port=" + port,
                    "--back-office=" + backOffice, "--server.servlet.session.cookie.name=PROVIDER"));
    }

    /** Says in which groups somebody is from now on. */
    void put(String person, String... groups) {
        GROUPS.put(person, List.of(groups));
    }

    /**
     * Opens a page of the back office and logs in on the way.
     * @param browser whose browser
     * @param page the address
     * @param person who, whose password is the same
     * @param choice which of the ways to log in
     * @return the tab, when it is back at the back office
     */
    Page logIn(Browser browser, String page, String person, String choice) {
        Page tab = browser.visit(page);
        tab.getByText(choice).click();
        tab.locator("#username").fill(person);
        tab.locator("#password").fill(person);
        tab.locator("button[type=submit]").click();
        tab.waitForURL((address) -> URI.create(address).getHost().equals(URI.create(page).getHost()));
        return tab;
    }

    @Override
    public void close() {
        this.server.close();
    }

    /** The server: Spring's own, with people who need no more than a name. */
    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({ ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class })
    static class Server {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            OAuth2AuthorizationServerConfigurer protocol = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(protocol.getEndpointsMatcher())
                .with(protocol, (server) -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
                .exceptionHandling((exceptions) -> exceptions
                    .authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain door(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
        }

        @Bean
        UserDetailsService people() {
            return (name) -> User.withUsername(name).password("{noop}" + name).build();
        }

        @Bean
        RegisteredClientRepository clients(Environment environment) {
            String backOffice = environment.getRequiredProperty("back-office");
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("back-office")
                .clientId("back-office")
                .clientSecret("{noop}secret")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(backOffice + "/login/oauth2/code/provider")
                .redirectUri(backOffice + "/login/oauth2/code/older")
                .postLogoutRedirectUri(backOffice + "/login/ended")
                .scopes((scopes) -> scopes.addAll(List.of("openid", "profile", "email")))
                .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey((RSAPrivateKey) pair.getPrivate())
                        .keyID("key")
                        .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return (token) -> {
                String name = token.getPrincipal().getName();
                if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                    token.getClaims()
                        .claim("preferred_username", name.contains(".") ? name + "@bits.example" : name)
                        .claim("name", name.replace('.', ' '))
                        .claim("email", name + "@bits.example")
                        .claim("groups", GROUPS.getOrDefault(name, List.of()));
                }
            };
        }

    }

}
