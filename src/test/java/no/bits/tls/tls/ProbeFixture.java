package no.bits.tls.tls;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.zaxxer.hikari.HikariDataSource;
import no.bits.tls.TestDatabase;
import no.bits.tls.identifier.DomainName;

import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The whole of this package on a real database that begins empty, with a DNS server and
 * mail servers that obey.
 */
final class ProbeFixture implements AutoCloseable {

    static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private static final String DATABASE = TestDatabase.create();

    final TestDns dns = new TestDns();

    final Lab lab = new Lab().with("resolvers", this.dns.address());

    final HikariDataSource database = database();

    final JdbcClient jdbc = JdbcClient.create(this.database);

    final Movable clock = new Movable();

    ProbeFixture() {
        new ResourceDatabasePopulator(new ByteArrayResource("""
                drop schema if exists backoffice cascade;
                create schema backoffice""".getBytes(StandardCharsets.UTF_8)),
                new ClassPathResource("db/migration/V22__server_probe.sql"))
            .execute(this.database);
    }

    private static HikariDataSource database() {
        HikariDataSource database = DataSourceBuilder.create()
            .type(HikariDataSource.class)
            .url(TestDatabase.connectionTo(DATABASE).getJdbcUrl())
            .build();
        database.setMinimumIdle(0);
        return database;
    }

    /** One instance of the application, with what the settings say now. */
    AnnotationConfigApplicationContext instance() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> this.clock);
        context.registerBean(ObjectMapper.class, () -> JSON);
        context.registerBean(JdbcClient.class, () -> this.jdbc);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(this.database));
        context.registerBean(TlsSettings.class, this.lab::settings);
        context.register(Transactions.class, Dns.class, MailRoutes.class, TrustedRoots.class, CertificateCheck.class,
                OldVersions.class, Watchdog.class, ServerProbe.class, PaceTable.class, Turns.class, SelfTest.class,
                ServerQuestions.class, MtaStsPolicies.class, DomainProbe.class, InboundProof.class);
        context.refresh();
        return this.lab.closing(context);
    }

    /**
     * A domain with these mail servers, each named {@code mx1}, {@code mx2} and so on.
     */
    DomainName domain(String name, LabServer... servers) {
        for (int i = 0; i < servers.length; i++) {
            String host = "mx%d.%s".formatted(i + 1, name);
            String address = servers[i].address().getHostAddress();
            this.dns.add(name, "MX", "%d0 %s.".formatted(i + 1, host))
                .add(host, address.contains(":") ? "AAAA" : "A", address);
        }
        return new DomainName(name);
    }

    /** A good server with the name that {@link #domain} gives the first one. */
    LabServer goodServer(String domain) {
        return this.lab.server(Script.with(Authority.good("*." + domain)));
    }

    DomainReport probe(DomainName domain) {
        return instance().getBean(DomainProbe.class).probe(domain, Freshness.SHARED);
    }

    @Override
    public void close() {
        this.lab.close();
        this.dns.close();
        this.database.close();
    }

    /** Transactions by annotation. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {

    }

    /** The real time and how far a test has moved it. */
    static final class Movable extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void forward(Duration time) {
            this.ahead = this.ahead.plus(time);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(this.ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), this.ahead);
        }

    }

}
