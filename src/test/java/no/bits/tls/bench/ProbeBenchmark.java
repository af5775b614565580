package no.bits.tls.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.DomainProbe;
import no.bits.tls.tls.ProbeScene;

/**
 * How much processor time a probe of a mail server takes and how many there are in a
 * second, beside {@code openssl s_client} and {@code posttls-finger} as processes against
 * the same server; and how long many domains on few addresses take beside the time that
 * the pace allows. The pause is so long that the machine could do more, and our process
 * is as warm as one that has run for a day.
 */
final class ProbeBenchmark {

    private static final int DOMAINS_PER_ADDRESS = 20;

    private static final int PROBES_PER_SECOND = 30;

    private static final int WARM_AFTER = 2000;

    private static final double TICKS_PER_SECOND = 100;

    private final int probes;

    private final int domains;

    private final int addresses;

    private final int pause;

    ProbeBenchmark(int probes, int domains) {
        this.probes = probes;
        this.domains = domains;
        this.addresses = domains / DOMAINS_PER_ADDRESS;
        this.pause = Math.max(1, this.addresses / PROBES_PER_SECOND);
    }

    List<Comparison> run(int rounds) throws Exception {
        try (ProbeScene scene = new ProbeScene(this.pause + "s")) {
            for (int i = 0; i < WARM_AFTER; i++) {
                scene.probe();
            }
            Cost ours = new Cost();
            Cost openssl = new Cost();
            Cost postfix = new Cost();
            for (int round = 0; round <= rounds; round++) {
                boolean counts = round > 0;
                ours.measure(scene::probe, ProbeBenchmark::ownSeconds, this.probes, counts);
                openssl.measure(() -> run(openssl(scene)), ProbeBenchmark::childrensSeconds, this.probes, counts);
                postfix.measure(() -> run(postfix(scene)), ProbeBenchmark::childrensSeconds, this.probes, counts);
                System.out.printf("Probes, round %d of %d%n", round, rounds);
            }
            return Stream.concat(
                    Stream.of(new Comparison("probe beside openssl, ms of CPU", ours.cpu, openssl.cpu, "≤ 0.5"),
                            new Comparison("probe beside posttls-finger, ms of CPU", ours.cpu, postfix.cpu, "≤ 0.5"),
                            new Comparison("probes beside openssl, per second", ours.rate, openssl.rate, "≥ 2"),
                            new Comparison("probes beside posttls-finger, per second", ours.rate, postfix.rate, "≥ 2")),
                    manyDomains(scene).stream())
                .toList();
        }
    }

    private List<Comparison> manyDomains(ProbeScene scene) throws Exception {
        List<DomainName> all = scene.domains(this.domains, this.addresses);
        DomainProbe probe = scene.domainProbe();
        Figures first = new Figures();
        Figures last = new Figures();
        Figures seconds = new Figures();
        Figures allowed = new Figures();
        long start = System.nanoTime();
        check(probe, all.subList(0, this.domains / 4));
        first.add(heap());
        check(probe, all.subList(this.domains / 4, this.domains));
        seconds.add((System.nanoTime() - start) / 1e9);
        last.add(heap());
        allowed.add((double) this.pause * (DOMAINS_PER_ADDRESS - 1));
        return List.of(
                new Comparison("%,d domains on %d addresses beside what the pace allows, s".formatted(this.domains,
                        this.addresses), seconds, allowed, "≤ 1.2"),
                new Comparison("heap after all of them beside a quarter, MB", last, first, "≤ 1.2"));
    }

    private void check(DomainProbe probe, List<DomainName> domains) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(this.addresses * 6 / 5);
        try {
            List<? extends Future<?>> checks = domains.stream()
                .map((domain) -> callers.submit(() -> ProbeScene.check(probe, domain)))
                .toList();
            for (Future<?> check : checks) {
                check.get();
            }
        }
        finally {
            callers.shutdownNow();
        }
    }

    private static List<String> openssl(ProbeScene scene) {
        return List.of("openssl", "s_client", "-starttls", "smtp", "-connect", "127.0.0.1:" + scene.port(),
                "-servername", ProbeScene.HOST, "-verify_hostname", ProbeScene.HOST, "-CAfile",
                scene.roots().toString());
    }

    private static List<String> postfix(ProbeScene scene) {
        return List.of("/usr/sbin/posttls-finger", "-c", "-F", scene.roots().toString(), "-l", "secure", "-s",
                ProbeScene.HOST, "[127.0.0.1]:" + scene.port(), ProbeScene.HOST);
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        if (!said.contains("Verif")) {
            throw new IllegalStateException(said);
        }
    }

    private static double ownSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double childrensSeconds() throws IOException {
        String[] fields = Files.readString(Path.of("/proc/self/stat")).replaceFirst("^.*\\) ", "").split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }

    private static double heap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** What one way to probe costs. */
    private static final class Cost {

        private final Figures cpu = new Figures();

        private final Figures rate = new Figures();

        void measure(Work work, Meter meter, int times, boolean counts) throws Exception {
            double cpuBefore = meter.seconds();
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            if (counts) {
                this.rate.add(times / ((System.nanoTime() - start) / 1e9));
                this.cpu.add(1000 * (meter.seconds() - cpuBefore) / times);
            }
        }

    }

    /** Something to be measured. */
    private interface Work {

        void run() throws Exception;

    }

    /** Processor time so far. */
    private interface Meter {

        double seconds() throws IOException;

    }

}
