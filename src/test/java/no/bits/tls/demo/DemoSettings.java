package no.bits.tls.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * What can be changed about the demo, each with {@code -Ddemo.<name>=...}.
 *
 * @param smtpPort where its mail server takes mail
 * @param imapPort where its mail server hands out mail
 * @param state the folder with database, mails and clock; deleted while nothing runs, the
 * demo starts anew
 * @param webPort where its pages are ({@code server.port})
 * @param samples the mails that the desk offers
 */
record DemoSettings(int smtpPort, int imapPort, Path state, @DefaultValue("8080") int webPort, List<Sample> samples) {

    static DemoSettings from(Environment environment) {
        return Binder.get(environment).bind("demo", DemoSettings.class).get();
    }

    /** The ports that must be free, each by the setting that changes it. */
    Map<String, Integer> ports() {
        return Map.of("server.port", this.webPort, "demo.smtp-port", this.smtpPort, "demo.imap-port", this.imapPort);
    }

    /** Where the pages of the application are. */
    String address() {
        return "http://localhost:" + this.webPort;
    }

    /**
     * A mail that an applicant might send.
     *
     * @param name its file in {@code samples/}, without {@code .eml}
     * @param from who applies
     * @param about what is special about it, in Norwegian
     */
    record Sample(String name, String from, String about) {
    }

}
