package no.bits.tls.login;

import java.time.Clock;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What holds for everybody who logs in, wherever. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

    @Bean
    FilterRegistrationBean<LongestSession> longestSession(LoginSettings settings) {
        FilterRegistrationBean<LongestSession> registration = new FilterRegistrationBean<>(
                new LongestSession(settings.longestSession(), Clock.systemUTC()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

}
