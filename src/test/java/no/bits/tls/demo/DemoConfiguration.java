package no.bits.tls.demo;

import java.time.Clock;

import no.bits.tls.workflow.Demo;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the demo brings in place of a company's servers, people and time. */
@TestConfiguration(proxyBeanMethods = false)
@Import(DemoDesk.class)
class DemoConfiguration {

    @Bean
    Demo secretsMayBeKnown() {
        return new Demo() {
        };
    }

    @Bean
    static TravellingClock clock(DemoState state) {
        return new TravellingClock(state.resolve("clock"));
    }

    @Bean
    DemoDatabase database(DemoState state) {
        return DemoDatabase.start(state.resolve("database"));
    }

    @Bean
    DemoMail demoMail(DemoSettings settings, DemoState state) {
        return new DemoMail(settings.smtpPort(), settings.imapPort(), state.resolve("mail"));
    }

    @Bean
    Postman postman(DemoSettings settings, Clock clock) {
        return new Postman(settings.smtpPort(), clock);
    }

    @Bean
    TimeTravel timeTravel(TravellingClock clock, ProcessEngine engine) {
        return new TimeTravel(clock, engine);
    }

    @Bean
    ApplicationRunner demoPeople(IdentityService identities) {
        return (arguments) -> new DemoPeople(identities).moveIn();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> welcome(DemoSettings settings, JdbcConnectionDetails database) {
        return (ready) -> System.out.println(new Welcome(settings, database).text());
    }

    @Bean
    WebMvcConfigurer deskIsForItsOwnPages() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new SameOrigin()).addPathPatterns("/demo/**");
                registry.addInterceptor(new DemoPages()).addPathPatterns("/demo/**");
            }
        };
    }

}
