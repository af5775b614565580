package no.bits.tls.login;

import java.util.Map;

import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * People log in at an identity provider, and with no password here: only where
 * {@code spring.security.oauth2.client.registration} names one. Pages for everybody and
 * the actuator are left alone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
@EnableWebSecurity
class ProviderLogin {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /**
     * Asks the providers what they can do only once somebody logs in: they may be away
     * when we start.
     */
    @Bean
    ClientRegistrationRepository providers(OAuth2ClientProperties properties, LoginSettings settings) {
        if (settings.groups().areNone()) {
            throw new IllegalStateException("Nobody could log in: name groups of the identity provider in"
                    + " backoffice.login.groups.staff, .manager or .admin");
        }
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                Map.copyOf(new OAuth2ClientPropertiesMapper(properties).asClientRegistrations())));
    }

    @Bean
    RequestCache pageAskedFor() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(Entrance::isPage);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    @Bean
    SecurityFilterChain providerChain(HttpSecurity http, AdmittedUsers users, Departure departure, RequestCache page)
            throws Exception {
        return http
            .authorizeHttpRequests((paths) -> paths.requestMatchers(passwords())
                .denyAll()
                .requestMatchers(inside())
                .authenticated()
                .anyRequest()
                .permitAll())
            .oauth2Login((login) -> login.loginPage("/login")
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .userInfoEndpoint((user) -> user.oidcUserService(users.ofOpenIdConnect())
                    .userService(AdmittedUsers::ofNothingLess))
                .successHandler(arrival(page))
                .failureHandler(new Refusal()))
            .exceptionHandling((refused) -> refused.authenticationEntryPoint(new Entrance()))
            .requestCache((cache) -> cache.requestCache(page))
            .logout((logout) -> logout.logoutRequestMatcher(Departure::isWanted).logoutSuccessHandler(departure))
            .csrf(AbstractHttpConfigurer::disable)
            .cors(AbstractHttpConfigurer::disable)
            .headers(AbstractHttpConfigurer::disable)
            .build();
    }

    @Bean
    Departure departure(ClientRegistrationRepository providers) {
        return new Departure(providers);
    }

    private static RequestMatcher passwords() {
        return PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/login/{application}");
    }

    private static RequestMatcher[] inside() {
        return new RequestMatcher[] { PATHS.matcher("/camunda/app/**"), PATHS.matcher("/camunda/api/**"),
                PATHS.matcher("/desk/**") };
    }

    private static SavedRequestAwareAuthenticationSuccessHandler arrival(RequestCache page) {
        SavedRequestAwareAuthenticationSuccessHandler arrival = new SavedRequestAwareAuthenticationSuccessHandler();
        arrival.setRequestCache(page);
        arrival.setDefaultTargetUrl("/camunda/app/welcome/default/");
        return arrival;
    }

}
