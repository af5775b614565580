package no.bits.tls.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * What a newcomer reads when the demo has started: where to go, as whom, and what to try.
 *
 * @param settings where everything is
 * @param database how to reach the database
 */
record Welcome(DemoSettings settings, JdbcConnectionDetails database) {

    private static final String TEXT = """

            ======================================================================================
              The Forced TLS back office is running (demo).  Stop it with Ctrl-C.

              Demo desk     %1$s/demo  (mail a case, read the answers, move the clock)
              Domain List   %1$s/tls
              Tasklist      %1$s/camunda/app/tasklist/
              Cockpit       %1$s/camunda/app/cockpit/

              Log in as     %2$s

              Mail a case   curl --url smtp://127.0.0.1:%3$d --mail-rcpt tls@bits.no \\
                              --mail-from hege.attrappsen@einebaerpensjonskasse.example \\
                              --upload-file src/test/resources/samples/o01.eml

              IMAP          127.0.0.1:%4$d  user %5$s  password %6$s
              Database      %7$s
                            user %8$s  password %9$s
              State         %10$s  (delete this folder to start anew)
            ======================================================================================
            """;

    String text() {
        return TEXT.formatted(this.settings.address(), people(), this.settings.smtpPort(), this.settings.imapPort(),
                DemoMail.MAILBOX, DemoMail.PASSWORD, address(), this.database.getUsername(),
                this.database.getPassword(), this.settings.state());
    }

    private String address() {
        return this.database.getJdbcUrl().replaceFirst("\\?.*", "");
    }

    private static String people() {
        List<DemoPeople.Person> all = DemoPeople.ALL;
        return all.stream()
            .map((person) -> "%-7s %s (%s %s)".formatted(person.id(), person.role().name().toLowerCase(Locale.ROOT),
                    person.firstName(), person.lastName()))
            .collect(Collectors.joining("\n                ")) + "\n                the password of each is: "
                + DemoPeople.PASSWORD;
    }

}
