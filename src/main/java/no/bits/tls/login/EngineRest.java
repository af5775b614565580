package no.bits.tls.login;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.core.Application;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The engine's REST interface for other programs, where it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("backoffice.engine-rest.enabled")
class EngineRest {

    private static final List<String> PATHS = List.of("/engine-rest/*");

    @Bean
    ServletRegistrationBean<ServletContainer> engineRestInterface() {
        ServletContainer servlet = new ServletContainer(ResourceConfig.forApplication(new Resources()));
        ServletRegistrationBean<ServletContainer> registration = new ServletRegistrationBean<>(servlet);
        registration.setUrlMappings(PATHS);
        registration.setName("engine-rest");
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineRestDoor> engineRestDoor() {
        FilterRegistrationBean<EngineRestDoor> registration = new FilterRegistrationBean<>(new EngineRestDoor());
        registration.setUrlPatterns(PATHS);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** All that the engine offers. */
    private static final class Resources extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            Set<Class<?>> classes = new LinkedHashSet<>(CamundaRestResources.getResourceClasses());
            classes.addAll(CamundaRestResources.getConfigurationClasses());
            return classes;
        }

    }

}
