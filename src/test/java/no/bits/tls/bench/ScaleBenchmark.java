package no.bits.tls.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * A campaign through 1,000, 10,000 and 100,000 participants: how fast it opens its cases,
 * held against bare instances with one timer in the same database; what each participant
 * costs in time and on the disk, held against the smallest number.
 */
final class ScaleBenchmark {

    private static final int MOST_BARE = 10_000;

    private static final String BARE = "bareTimer";

    private final BenchDatabase database;

    private final MailServers mail;

    private final int[] sizes;

    ScaleBenchmark(BenchDatabase database, MailServers mail) {
        this.database = database;
        this.mail = mail;
        this.sizes = Arrays.stream(System.getProperty("bench.participants", "1000,10000,100000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    }

    List<Comparison> run() throws Exception {
        List<Comparison> results = new ArrayList<>();
        run(this.sizes[0], 0);
        Costs smallest = run(this.sizes[0], 1);
        results.add(smallest.opening(this.sizes[0]));
        for (int i = 1; i < this.sizes.length; i++) {
            Costs costs = run(this.sizes[i], i + 1);
            results.add(costs.opening(this.sizes[i]));
            results.add(costs.timeAgainst(smallest, this.sizes[i]));
            results.add(costs.diskAgainst(smallest, this.sizes[i]));
        }
        return results;
    }

    private Costs run(int participants, int number) throws Exception {
        try (Office office = Office.start(this.database, this.mail, "scale" + number)) {
            double bare = bareRate(office, Math.min(participants, MOST_BARE));
            office.list(participants);
            long before = office.bytesOnDisk();
            double opening = office.openReviews(participants);
            double seconds = participants / opening + office.writeChangePacks(participants);
            Costs costs = new Costs(opening, bare, 1000 * seconds / participants,
                    (office.bytesOnDisk() - before) / 1024.0 / participants);
            System.out.printf("Scale, %d participants: %s%n", participants, costs);
            return costs;
        }
    }

    /**
     * Instances with one timer per second, as many in a transaction as a campaign opens.
     */
    private static double bareRate(Office office, int instances) {
        office.engine()
            .getRepositoryService()
            .createDeployment()
            .addModelInstance("bare.bpmn",
                    Bpmn.createExecutableProcess(BARE)
                        .camundaHistoryTimeToLive(1)
                        .startEvent()
                        .intermediateCatchEvent()
                        .timerWithDuration("P90D")
                        .endEvent()
                        .done())
            .deploy();
        RuntimeService runtime = office.engine().getRuntimeService();
        startBare(runtime, office.transaction(), Office.BATCH);
        long start = System.nanoTime();
        startBare(runtime, office.transaction(), instances);
        return instances / Office.secondsSince(start);
    }

    private static void startBare(RuntimeService runtime, TransactionTemplate transaction, int instances) {
        for (int i = 0; i < instances; i += Office.BATCH) {
            transaction.executeWithoutResult((status) -> {
                for (int j = 0; j < Office.BATCH; j++) {
                    runtime.startProcessInstanceByKey(BARE);
                }
            });
        }
    }

    /**
     * What a campaign costs.
     *
     * @param opening cases opened per second
     * @param bare bare instances per second
     * @param milliseconds for each participant, until its change pack is written
     * @param kilobytes on the disk, for each participant
     */
    private record Costs(double opening, double bare, double milliseconds, double kilobytes) {

        Comparison opening(int participants) {
            return comparison("cases opened per second, %,d participants".formatted(participants), this.opening,
                    this.bare, "≥ 0.5");
        }

        Comparison timeAgainst(Costs smallest, int participants) {
            return comparison("ms a participant, %,d against the fewest".formatted(participants), this.milliseconds,
                    smallest.milliseconds, "≤ 1.2");
        }

        Comparison diskAgainst(Costs smallest, int participants) {
            return comparison("kB a participant, %,d against the fewest".formatted(participants), this.kilobytes,
                    smallest.kilobytes, "≤ 1.2");
        }

        private static Comparison comparison(String what, double ours, double bare, String aim) {
            Figures our = new Figures();
            Figures other = new Figures();
            our.add(ours);
            other.add(bare);
            return new Comparison(what, our, other, aim);
        }

    }

}
