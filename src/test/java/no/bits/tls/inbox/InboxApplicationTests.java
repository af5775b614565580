package no.bits.tls.inbox;

import java.time.Duration;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import no.bits.tls.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The inbox as part of the whole application, from SMTP to the table. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestDatabase.class)
class InboxApplicationTests {

    private static final GreenMail SERVER = new GreenMail(
            new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                    new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP) });

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HealthContributorRegistry health;

    @DynamicPropertySource
    static void mailbox(DynamicPropertyRegistry properties) {
        SERVER.setUser("tls@bits.no", "tls@bits.no", "secret");
        SERVER.start();
        properties.add("backoffice.inbox.host", () -> "127.0.0.1");
        properties.add("backoffice.inbox.port", () -> SERVER.getImap().getPort());
        properties.add("backoffice.inbox.security", () -> "none");
        properties.add("backoffice.inbox.password", () -> "secret");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void takesInAMailThatCameBySmtp() {
        GreenMailUtil.sendTextEmail("tls@bits.no", "kari@bank.no", "Spørsmål", "Hei",
                SERVER.getSmtp().getServerSetup());
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> this.jdbc.sql("select count(*) from backoffice.inbound_mail where state <> 'STORED'")
                .query(Long.class)
                .single() == 1);
        assertThat(this.health.getContributor("inbox")).isNotNull();
    }

}
