package no.bits.tls.login;

import java.util.List;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Where requests meet the log-in at an identity provider: before the desk's own door and
 * the platform's.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
class ProviderDoors {

    private static final int BEFORE_THE_DESKS_DOOR = Ordered.HIGHEST_PRECEDENCE + 5;

    /**
     * Spring Security compares addresses as they are spelled with how the server reads
     * them, and fails where the two differ.
     */
    @Bean
    FilterRegistrationBean<Filter> oneSpelling() {
        FilterRegistrationBean<Filter> spelling = new FilterRegistrationBean<>((request, response, chain) -> {
            HttpServletRequest address = (HttpServletRequest) request;
            String read = address.getContextPath() + address.getServletPath();
            if (address.getPathInfo() != null && !address.getRequestURI().startsWith(read)) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
            else {
                chain.doFilter(request, response);
            }
        });
        spelling.setUrlPatterns(List.of("/camunda/*"));
        spelling.setOrder(BEFORE_THE_DESKS_DOOR - 1);
        return spelling;
    }

    @Bean
    DelegatingFilterProxyRegistrationBean providerDoor() {
        DelegatingFilterProxyRegistrationBean door = new DelegatingFilterProxyRegistrationBean(
                "springSecurityFilterChain");
        door.setUrlPatterns(List.of("/camunda/*", "/desk/*", "/login/*", "/oauth2/*"));
        door.setOrder(BEFORE_THE_DESKS_DOOR);
        return door;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> platformDoor() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> door = new FilterRegistrationBean<>(
                new PlatformDoor());
        door.setUrlPatterns(List.of("/camunda/app/*", "/camunda/api/*"));
        door.setOrder(BEFORE_THE_DESKS_DOOR + 1);
        return door;
    }

}
