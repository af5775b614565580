package no.bits.tls.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the back office against a bare Camunda and a bare loop, with
 * {@code ./mvnw -q -DskipTests package spring-boot:test-run@benchmarks}.
 */
public final class Benchmarks {

    private Benchmarks() {
    }

    /**
     * Measures and prints a table.
     * @param args {@code start}, {@code intake}, {@code sending}, {@code scale},
     * {@code tasklist}, {@code reports} or {@code probe} for a part; how often and how
     * much is said by {@code -Dbench.rounds} and {@code -Dbench.mails}, of which sending
     * takes ten times as many
     * @throws Exception if something does not start
     */
    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int rounds = Integer.getInteger("bench.rounds", 5);
        int mails = Integer.getInteger("bench.mails", 1000);
        Files.createDirectories(Path.of("target", "benchmarks"));
        List<Comparison> results = new ArrayList<>();
        try (BenchDatabase database = BenchDatabase.start(); MailServers mail = MailServers.start()) {
            if (List.of(args).contains("start") || args.length == 0) {
                results.addAll(new StartBenchmark(database, mail).run(rounds));
            }
            if (List.of(args).contains("intake") || args.length == 0) {
                results.addAll(new IntakeBenchmark(database, mail, mails).run(rounds));
            }
            if (List.of(args).contains("sending") || args.length == 0) {
                results.addAll(new SendingBenchmark(database, mail, 10 * mails).run(rounds));
            }
            if (List.of(args).contains("scale") || args.length == 0) {
                results.addAll(new ScaleBenchmark(database, mail).run());
            }
            if (List.of(args).contains("tasklist") || args.length == 0) {
                results.addAll(new TasklistBenchmark(database, mail).run(rounds));
            }
            if (List.of(args).contains("reports") || args.length == 0) {
                results.addAll(new ReportBenchmark(database, mail).run(rounds));
            }
            if (List.of(args).contains("probe") || args.length == 0) {
                results.addAll(new ProbeBenchmark(mails / 5, 10 * mails).run(rounds));
            }
        }
        System.out.println(Comparison.HEAD);
        results.forEach(System.out::println);
    }

}
