package no.bits.tls.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;

/** What the benchmark of the probe needs: a good mail server in a process of its own. */
public final class ProbeScene implements AutoCloseable {

    /** The name of the server. */
    public static final String HOST = "mx.bench.example";

    private static final int OPERATORS = 50;

    private final ProbeFixture fixture = new ProbeFixture();

    private final Process server;

    private final int port;

    private final ServerProbe probe;

    /**
     * Starts the server.
     * @param pause the pause between two connections to one address, for example
     * {@code 3s}; a minute of the operators' is as long
     * @throws IOException if it does not start
     */
    public ProbeScene(String pause) throws IOException {
        this.server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), ProbeScene.class.getName(), this.fixture.lab.folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        this.port = Integer
            .parseInt(new BufferedReader(new InputStreamReader(this.server.getInputStream(), StandardCharsets.US_ASCII))
                .readLine());
        this.fixture.lab.with("pace.address-pause", pause)
            .with("pace.minute", pause)
            .with("pace.operator-per-minute", 30)
            .with("pace.operator-connections", 4)
            .with("dns-timeout", "3s")
            .at(this.port);
        this.probe = this.fixture.instance().getBean(ServerProbe.class);
    }

    /**
     * Runs the server.
     * @param args the folder in which to leave its root
     * @throws IOException if there is no port
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Authority.store(folder, Lab.PASSWORD);
        Authority.pem(folder);
        String[] names = Stream
            .concat(Stream.of(HOST), IntStream.range(0, OPERATORS).mapToObj("*.p%d.example"::formatted))
            .toArray(String[]::new);
        try (LabServer server = new LabServer(InetAddress.getByName("0.0.0.0"), 0,
                Script.with(Authority.good(names)))) {
            System.out.println(server.port());
            System.in.read();
        }
    }

    /** The server's port. */
    public int port() {
        return this.port;
    }

    /** The trusted root, PEM. */
    public Path roots() {
        return this.fixture.lab.folder.resolve("roots.pem");
    }

    /** Probes the server once; it must pass. */
    public void probe() {
        ServerReport report = this.probe.probe(InetAddress.getLoopbackAddress(), HOST, () -> false);
        requirePass(Outcome.worst(report.verdicts().stream().map(Verdict::outcome)), report);
    }

    /**
     * Makes domains, each with a name of its own for one of some shared addresses.
     * @param count how many
     * @param addresses how many addresses
     * @return the domains
     */
    public List<DomainName> domains(int count, int addresses) {
        return IntStream.range(0, count).mapToObj((i) -> domain(i, i % addresses)).toList();
    }

    /** What checks domains. */
    public DomainProbe domainProbe() {
        return this.fixture.instance().getBean(DomainProbe.class);
    }

    /** Checks a domain; it must pass. */
    public static void check(DomainProbe probe, DomainName domain) {
        DomainReport report = probe.probe(domain, Freshness.SHARED);
        requirePass(report.worst(), report);
    }

    @Override
    public void close() {
        this.server.destroy();
        this.fixture.close();
    }

    private DomainName domain(int number, int address) {
        String host = "d%d.p%d.example".formatted(number, address % OPERATORS);
        String name = "domain%d.example".formatted(number);
        this.fixture.dns.add(name, "MX", "10 %s.".formatted(host))
            .add(host, "A", "127.0.%d.%d".formatted(1 + address / 250, 1 + address % 250));
        return new DomainName(name);
    }

    private static void requirePass(Outcome outcome, Object report) {
        if (outcome != Outcome.PASS) {
            throw new IllegalStateException("The good server did not pass: " + report);
        }
    }

}
