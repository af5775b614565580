package no.bits.tls;

import java.time.ZoneOffset;
import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the back office of Norway's Forced TLS scheme. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class BackOfficeApplication {

    /**
     * Starts the application.
     * @param args Spring Boot's command line, for example {@code --server.port=9090}
     */
    public static void main(String[] args) {
        // The engine stores local times.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        SpringApplication.run(BackOfficeApplication.class, args);
    }

}
