package no.bits.tls.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import no.bits.tls.BackOfficeApplication;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A campaign through 1,000, 10,000 and 100,000 participants: how fast it opens its cases,
 * held against bare instances with one timer in the same database; what each participant
 * costs in time and on the disk, held against the smallest number.
 */
final class ScaleBenchmark {

    private static final int BATCH = 100;

    private static final int CHANGES = 50;

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
        String name = "scale" + number;
        this.database.create(name);
        try (MailSink sink = MailSink.start(); ConfigurableApplicationContext application = start(name, sink.port())) {
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            ProcessEngine engine = application.getBean(ProcessEngine.class);
            double bare = bareRate(application, engine, Math.min(participants, 10_000));
            fill(jdbc, participants);
            long before = bytes(jdbc);
            double opening = openingRate(jdbc, engine.getManagementService(), participants);
            double seconds = participants / opening + tell(jdbc, engine, participants);
            Costs costs = new Costs(opening, bare, 1000 * seconds / participants,
                    (bytes(jdbc) - before) / 1024.0 / participants);
            System.out.printf("Scale, %d participants: %s%n", participants, costs);
            return costs;
        }
    }

    private ConfigurableApplicationContext start(String name, int smtpPort) {
        List<String> settings = new ArrayList<>(this.database.settings(name));
        settings.addAll(List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + smtpPort, "--backoffice.outbox.security=none",
                "--backoffice.outbox.mails-per-minute=1",
                "--backoffice.outbox.token-secret=0123456789abcdefghijklmnopqrstuvwxyz",
                "--backoffice.inbox.host=127.0.0.1", "--backoffice.inbox.port=" + this.mail.imapPort(),
                "--backoffice.inbox.security=none", "--backoffice.inbox.password=0123456789abcdefghijklmnop",
                "--backoffice.review.batch-size=" + BATCH));
        return new SpringApplicationBuilder(BackOfficeApplication.class).run(settings.toArray(String[]::new));
    }

    /**
     * Instances with one timer per second, as many in a transaction as a campaign opens.
     */
    private static double bareRate(ConfigurableApplicationContext application, ProcessEngine engine, int instances) {
        engine.getRepositoryService()
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
        RuntimeService runtime = engine.getRuntimeService();
        TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
        startBare(runtime, transaction, BATCH);
        long start = System.nanoTime();
        startBare(runtime, transaction, instances);
        return instances / seconds(start);
    }

    private static void startBare(RuntimeService runtime, TransactionTemplate transaction, int instances) {
        for (int i = 0; i < instances; i += BATCH) {
            transaction.executeWithoutResult((status) -> {
                for (int j = 0; j < BATCH; j++) {
                    runtime.startProcessInstanceByKey(BARE);
                }
            });
        }
    }

    /** Participants with one domain each, all of which have confirmed version 1 of 2. */
    private static void fill(JdbcClient jdbc, int participants) {
        jdbc.sql(
                """
                        insert into domain_list_version (number, published_at, case_number, domains, sha256)
                        values (1, now(), 'TLS-2026-00001', ?, repeat('0', 64)), (2, now(), 'TLS-2026-00001', ?, repeat('0', 64))""")
            .params(participants, participants + CHANGES)
            .update();
        jdbc.sql("""
                insert into participant (version, organisation, administrator_name, administrator_email,
                    technical_email, technical_phone, enrolled_on)
                select 0, 'Bank ' || n || ' AS', 'IT-drift', 'tls@bank' || n || '.example',
                    'drift@bank' || n || '.example', '+4722000000', date '2020-01-15'
                from generate_series(1, ?) as n""").param(participants).update();
        jdbc.sql("""
                insert into participant_domain (participant_id, domain, state, inbound_enforcement, enrolled_on,
                    case_number)
                select id, 'bank' || id || '.example', 'LISTED', false, '2020-01-15', 'TLS-2026-00001'
                from participant""").update();
        jdbc.sql("""
                insert into domain_list_entry (domain, organisation, enrolled_on, inbound_enforcement, from_version)
                select 'bank' || n || '.example', 'Bank ' || n || ' AS', date '2020-01-15', false,
                    case when n <= :participants then 1 else 2 end
                from generate_series(1, :all) as n""")
            .param("participants", participants)
            .param("all", participants + CHANGES)
            .update();
        jdbc.sql("""
                insert into attestation (participant_id, list_version, case_number, means, confirmed_at)
                select id, 1, 'TLS-2026-00001', 'ENROLMENT', now() from participant""").update();
        jdbc.sql("analyze").update();
    }

    private static double openingRate(JdbcClient jdbc, ManagementService management, int participants) {
        jdbc.sql("update act_ru_job set duedate_ = now() where process_def_key_ = 'reviewCampaign'").update();
        long start = System.nanoTime();
        while (count(jdbc, "review_campaign where finished_at is not null") == 0) {
            List<Job> jobs = management.createJobQuery()
                .processDefinitionKey("reviewCampaign")
                .duedateLowerThan(new Date())
                .list();
            (jobs.isEmpty() ? management.createJobQuery().processDefinitionKey("reviewCampaign").messages().list()
                    : jobs)
                .forEach((job) -> management.executeJob(job.getId()));
        }
        double rate = participants / seconds(start);
        if (count(jdbc, "quarterly_review") != participants) {
            throw new IllegalStateException(
                    "%d reviews instead of %d".formatted(count(jdbc, "quarterly_review"), participants));
        }
        return rate;
    }

    /** How many seconds it takes until every participant's change pack is written. */
    private static double tell(JdbcClient jdbc, ProcessEngine engine, int participants) {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        long start = System.nanoTime();
        jobs.start();
        Awaitility.await()
            .atMost(Duration.ofHours(2))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> count(jdbc, "letter") == participants);
        double seconds = seconds(start);
        jobs.shutdown();
        return seconds;
    }

    private static long count(JdbcClient jdbc, String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }

    private static long bytes(JdbcClient jdbc) {
        return jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
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
