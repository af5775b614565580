package no.bits.tls.inbox;

import java.time.Duration;

import no.bits.tls.BackOfficeTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The inbox as part of the whole application. */
@BackOfficeTest
class InboxApplicationTests {

    @Autowired
    MailboxReader reader;

    @Autowired
    HealthEndpoint health;

    @Autowired
    JdbcClient jdbc;

    @Test
    void holdsNothingForLongWhenItsMachineIsGone() {
        assertThat(this.jdbc.sql("""
                select name || ' ' || setting from pg_settings
                where name in ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count')""")
            .query(String.class)
            .list()).containsExactlyInAnyOrder("tcp_keepalives_idle 20", "tcp_keepalives_interval 10",
                    "tcp_keepalives_count 3");
    }

    @Test
    void isPartOfTheApplicationsHealthAsTheOutboxIs() {
        assertThat(this.health.healthForPath("inbox").getStatus()).isEqualTo(Status.UP);
        assertThat(this.health.healthForPath("outbox").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void readsFromWhenTheApplicationIsReady() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this.reader::isRunning);
        assertThat(this.health.healthForPath("inbox").getStatus()).isEqualTo(Status.UP);
    }

}
