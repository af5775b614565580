package no.bits.tls.workflow;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters around the web apps and around our own pages for staff. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<Filter> cspNonceScope() {
        return registration(new CspNonceScope(), Ordered.HIGHEST_PRECEDENCE, "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> deskGuard(ProcessEngine engine) {
        return registration(new DeskGuard(engine), Ordered.HIGHEST_PRECEDENCE + 10, "/desk/*");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, int order, String... patterns) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(patterns);
        registration.setOrder(order);
        return registration;
    }

}
