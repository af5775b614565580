package no.bits.tls;

import java.time.ZoneOffset;
import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the back office of Norway's Forced TLS scheme. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BackOfficeApplication {

    /**
     * Starts the application.
     * @param args Spring Boot's command line, for example {@code --server.port=9090}
     */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC)); // the engine stores
                                                                   // local times
        SpringApplication.run(BackOfficeApplication.class, args);
    }

}
