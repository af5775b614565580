package no.bits.tls.bench;

import java.util.List;

/**
 * How long the back office and a bare Camunda take from their JVM's start to an answer of
 * Tasklist, and how much memory each then needs: in turns, on the same PostgreSQL, after
 * one start each that does not count.
 */
final class StartBenchmark {

    private static final long SETTLING = 10_000;

    private final BenchDatabase database;

    private final MailServers mail;

    private final Outcome ours = new Outcome();

    private final Outcome bare = new Outcome();

    StartBenchmark(BenchDatabase database, MailServers mail) {
        this.database = database;
        this.mail = mail;
    }

    List<Comparison> run(int rounds) throws Exception {
        BareCamunda.build();
        this.database.create("started");
        this.database.create("bare_camunda");
        startBoth(new Outcome(), new Outcome());
        for (int round = 0; round < rounds; round++) {
            startBoth(this.ours, this.bare);
            System.out.printf("Start, round %d of %d%n", round + 1, rounds);
        }
        return List.of(new Comparison("start to Tasklist, s", this.ours.start, this.bare.start, "≤ 1.5"),
                new Comparison("memory, MB resident", this.ours.resident, this.bare.resident, "≤ 1.5"),
                new Comparison("the same, garbage collected", this.ours.collected, this.bare.collected, "≤ 1.5"),
                new Comparison("of which live on the heap", this.ours.live, this.bare.live, ""));
    }

    private void startBoth(Outcome ours, Outcome bare) throws Exception {
        try (Application application = BackOffice.start(this.database.settings("started"), this.mail.imapPort(),
                this.mail.smtpPort())) {
            ours.measure(application);
        }
        try (Application application = BareCamunda.start(this.database.settings("bare_camunda"))) {
            bare.measure(application);
        }
    }

    /** What the starts of one application measured. */
    private static final class Outcome {

        private final Figures start = new Figures();

        private final Figures resident = new Figures();

        private final Figures collected = new Figures();

        private final Figures live = new Figures();

        void measure(Application application) throws Exception {
            this.start.add(application.awaitTasklist());
            Thread.sleep(SETTLING);
            this.resident.add(application.resident());
            this.live.add(application.collectGarbage());
            this.collected.add(application.resident());
        }

    }

}
