package no.bits.tls.workflow;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters around the web apps and around our own pages for staff. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<Filter> safetyHeaders() {
        return registration(SafetyHeaders.filter(), Ordered.HIGHEST_PRECEDENCE, "/*");
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> safetyHeadersOfTheServer() {
        return (server) -> server.addEngineValves(SafetyHeaders.valve());
    }

    @Bean
    FilterRegistrationBean<Filter> cspNonceScope() {
        return registration(new CspNonceScope(), Ordered.HIGHEST_PRECEDENCE + 1, "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> deskGuard(ProcessEngine engine) {
        return registration(new DeskGuard(engine), Ordered.HIGHEST_PRECEDENCE + 10, "/desk/*");
    }

    @Bean
    FilterRegistrationBean<Filter> monitorGuard(WebEndpointProperties actuator, MonitoringSettings settings) {
        String path = actuator.getBasePath();
        return registration(new MonitorGuard(path, settings), Ordered.HIGHEST_PRECEDENCE + 10, path + "/*");
    }

    @Bean
    FilterRegistrationBean<Filter> norwegianNames(ObjectMapper json, EngineNames names) {
        return registration(new NorwegianNames(json, names), Ordered.LOWEST_PRECEDENCE, "/camunda/api/engine/*",
                "/camunda/api/cockpit/*");
    }

    /**
     * Whoever reads Norwegian reads bokmål, whichever of its codes the browser sends.
     */
    @Bean
    FilterRegistrationBean<Filter> oneNorwegian() {
        return registration((request, response, chain) -> {
            String path = ((HttpServletRequest) request).getServletPath();
            request.getRequestDispatcher(path.replaceFirst("/(no|nn)\\.json$", "/nb.json")).forward(request, response);
        }, Ordered.HIGHEST_PRECEDENCE + 10, norwegianLocales());
    }

    private static String[] norwegianLocales() {
        return Stream.of("tasklist", "cockpit", "admin", "welcome")
            .flatMap((app) -> Stream.of("no", "nn")
                .map((code) -> "/camunda/app/%s/locales/%s.json".formatted(app, code)))
            .toArray(String[]::new);
    }

    /**
     * The platform lets a stranger make the first administrator: ours come from the
     * settings.
     */
    @Bean
    FilterRegistrationBean<Filter> noSetupByStrangers() {
        return registration((request, response, chain) -> ((HttpServletResponse) response).sendError(404),
                Ordered.HIGHEST_PRECEDENCE + 1, "/camunda/api/admin/setup/*", "/camunda/app/admin/default/setup/*");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order, String... patterns) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(patterns);
        registration.setOrder(order);
        return registration;
    }

}
