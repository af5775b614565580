package no.bits.tls.demo;

import no.bits.tls.BackOfficeApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Starts the back office as a demo, with {@code ./mvnw spring-boot:test-run}. */
public final class DemoApplication {

    private DemoApplication() {
    }

    /**
     * Starts the demo; its settings are in {@code application-demo.yaml}.
     * @param args Spring Boot's command line, for example {@code --server.port=9090}
     */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(DemoConfiguration.class, BackOfficeApplication.class);
        application.setAdditionalProfiles("demo");
        application.addInitializers(DemoApplication::prepare);
        application.run(args);
    }

    private static void prepare(ConfigurableApplicationContext context) {
        DemoSettings settings = DemoSettings.from(context.getEnvironment());
        settings.ports().forEach(FreePort::require);
        DemoNetwork.build(context.getEnvironment());
        context.getBeanFactory().registerSingleton("demoSettings", settings);
        context.getBeanFactory().registerSingleton("demoState", DemoState.open(settings.state()));
        context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
    }

    /** Keeps what other tests bring along out of the component scan. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getResource().getDescription().contains("test-classes");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }

    }

}
