package no.bits.tls.tls;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import no.bits.tls.Patience;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.Script.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** All instances together ask servers at one pace and share what they find. */
class PaceTests {

    private final ProbeFixture fixture = new ProbeFixture();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        this.threads.shutdownNow();
        this.fixture.close();
    }

    @Test
    void sharesAnAnswerForFiveMinutesAmongInstances() {
        LabServer server = this.fixture.goodServer("bank.example");
        DomainName domain = this.fixture.domain("bank.example", server);
        DomainReport first = this.fixture.probe(domain);
        assertThat(this.fixture.probe(domain).servers()).isEqualTo(first.servers());
        assertThat(server.connections()).isEqualTo(1);
        this.fixture.clock.forward(Duration.ofMinutes(6));
        this.fixture.probe(domain);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void asksAgainNowOnceAMinute() {
        LabServer server = this.fixture.goodServer("bank.example");
        DomainName domain = this.fixture.domain("bank.example", server);
        DomainProbe probe = this.fixture.instance().getBean(DomainProbe.class);
        probe.probe(domain, Freshness.SHARED);
        probe.probe(domain, Freshness.NOW);
        assertThat(server.connections()).isEqualTo(1);
        this.fixture.clock.forward(Duration.ofSeconds(61));
        probe.probe(domain, Freshness.NOW);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void asksOnceWhatManyWantToKnowAtTheSameMoment() throws Exception {
        LabServer server = this.fixture.goodServer("bank.example");
        server.follow(Script.with(Authority.good("*.bank.example")).doing(Fault.SLOW, "banner"));
        DomainName domain = this.fixture.domain("bank.example", server);
        List<DomainProbe> instances = List.of(this.fixture.instance().getBean(DomainProbe.class),
                this.fixture.instance().getBean(DomainProbe.class));
        List<DomainReport> reports = together(IntStream.range(0, 8)
            .<Callable<DomainReport>>mapToObj((i) -> () -> instances.get(i % 2).probe(domain, Freshness.SHARED))
            .toList());
        assertThat(reports).extracting(DomainReport::worst).containsOnly(Outcome.PASS);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void doesNotShareAmongNamesBecauseTheirCertificatesDiffer() {
        LabServer server = this.fixture.goodServer("bank.example");
        this.fixture.probe(this.fixture.domain("bank.example", server));
        DomainReport other = this.fixture.probe(this.fixture.domain("other.example", server));
        assertThat(other.outcome(Requirement.SERVER_NAME)).isEqualTo(Outcome.FAIL);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void leavesAPauseBetweenTwoConnectionsToOneAddress() throws Exception {
        this.fixture.lab.with("pace.address-pause", "700ms");
        LabServer server = this.fixture.goodServer("bank.example");
        DomainProbe probe = this.fixture.instance().getBean(DomainProbe.class);
        long start = System.nanoTime();
        together(IntStream.range(0, 3)
            .<Callable<DomainReport>>mapToObj((i) -> () -> probe
                .probe(this.fixture.domain("bank%d.example".formatted(i), server), Freshness.SHARED))
            .toList());
        assertThat(server.connections()).isEqualTo(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1400));
    }

    @Test
    void leavesThePauseBeforeASecondConnectionToo() {
        this.fixture.lab.with("pace.address-pause", "700ms").with("pace.operator-connections", 1);
        LabServer old = this.fixture.lab.server(Script.with(RawTls.only(0x0301)));
        long start = System.nanoTime();
        DomainReport report = this.fixture.probe(this.fixture.domain("bank.example", old));
        assertThat(report.servers().get(0).verdicts())
            .contains(Verdict.of(Requirement.TLS_VERSION, Finding.VERSION_TOO_OLD, "TLS 1.0"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void neverAsksTooManyServersOfOneOperatorAtOnce() throws Exception {
        this.fixture.lab.with("pace.operator-connections", 1);
        LabServer[] servers = slowServers(3);
        DomainName domain = this.fixture.domain("bank.example", servers);
        DomainProbe probe = this.fixture.instance().getBean(DomainProbe.class);
        Future<DomainReport> report = this.threads.submit(() -> probe.probe(domain, Freshness.SHARED));
        while (!report.isDone()) {
            assertThat(this.fixture.jdbc.sql("select count(*) from backoffice.server_probe where finished_at is null")
                .query(Integer.class)
                .single()).isLessThan(2);
        }
        assertThat(report.get().worst()).isEqualTo(Outcome.PASS);
    }

    @Test
    void neverAsksServersOfOneOperatorTooOftenInAMinute() {
        this.fixture.lab.with("pace.operator-per-minute", 2).with("pace.minute", "1s");
        LabServer[] servers = slowServers(5);
        long start = System.nanoTime();
        assertThat(this.fixture.probe(this.fixture.domain("bank.example", servers)).worst()).isEqualTo(Outcome.PASS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void saysWhenItsTurnDidNotCome() {
        this.fixture.lab.with("pace.address-pause", "1h").with("pace.longest-wait", "1s");
        LabServer server = this.fixture.goodServer("bank.example");
        this.fixture.probe(this.fixture.domain("bank.example", server));
        DomainReport report = this.fixture.probe(this.fixture.domain("other.example", server));
        assertThat(report.servers().get(0).verdicts()).extracting(Verdict::finding).containsOnly(Finding.NO_TURN);
        assertThat(report.outcomes().values()).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void goesOnWhereAnInstanceHasDied() {
        LabServer server = this.fixture.goodServer("bank.example");
        DomainName domain = this.fixture.domain("bank.example", server);
        this.fixture.lab.with("pace.longest-wait", "0s");
        PaceTable table = this.fixture.instance().getBean(PaceTable.class);
        assertThat(table.ask("127.0.0.1", "mx1.bank.example", Freshness.SHARED)).isInstanceOf(Turn.Taken.class);
        assertThat(this.fixture.probe(domain).worst()).isEqualTo(Outcome.UNKNOWN);
        this.fixture.clock.forward(Duration.ofMinutes(5));
        assertThat(this.fixture.probe(domain).worst()).isEqualTo(Outcome.PASS);
    }

    @Test
    void holdsNoDatabaseConnectionWhileItWaits() throws Exception {
        this.fixture.database.getHikariConfigMXBean().setMaximumPoolSize(1);
        LabServer server = this.fixture.goodServer("bank.example");
        server.follow(Script.with(Authority.good("*.bank.example")).doing(Fault.HANG, "banner"));
        DomainName domain = this.fixture.domain("bank.example", server);
        DomainProbe probe = this.fixture.instance().getBean(DomainProbe.class);
        Future<DomainReport> asking = this.threads.submit(() -> probe.probe(domain, Freshness.SHARED));
        Future<DomainReport> waiting = this.threads.submit(() -> probe.probe(domain, Freshness.SHARED));
        Patience.await().until(() -> server.connections() == 1);
        for (int i = 0; i < 20; i++) {
            assertThat(this.fixture.jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
        }
        assertThat(this.fixture.database.getHikariPoolMXBean().getActiveConnections()).isLessThan(2);
        assertThat(asking.isDone() || waiting.isDone()).isFalse();
    }

    @Test
    void forgetsConnectionsOfYesterday() {
        this.fixture.probe(this.fixture.domain("bank.example", this.fixture.goodServer("bank.example")));
        this.fixture.clock.forward(Duration.ofHours(25));
        this.fixture.probe(this.fixture.domain("other.example", this.fixture.goodServer("other.example")));
        assertThat(this.fixture.jdbc.sql("select mail_host from backoffice.server_probe").query(String.class).list())
            .containsExactly("mx1.other.example");
    }

    private LabServer[] slowServers(int count) {
        return IntStream.range(0, count)
            .mapToObj((i) -> this.fixture.lab
                .server(Script.with(Authority.good("*.bank.example")).doing(Fault.SLOW, "banner")))
            .toArray(LabServer[]::new);
    }

    private <T> List<T> together(List<Callable<T>> work) throws InterruptedException {
        List<Future<T>> futures = this.threads.invokeAll(work);
        return futures.stream().map(PaceTests::result).toList();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        }
        catch (InterruptedException | ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
