package no.bits.tls.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;

import no.bits.tls.BackOfficeApplication;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A back office in this JVM with as many participants as a benchmark asks for, whose
 * engine works only when it is told to.
 */
final class Office implements AutoCloseable {

    /** How many cases are opened in one transaction. */
    static final int BATCH = 100;

    private static final int CHANGES = 50;

    private final MailSink sink;

    private final ConfigurableApplicationContext application;

    private Office(MailSink sink, ConfigurableApplicationContext application) {
        this.sink = sink;
        this.application = application;
    }

    /**
     * Starts it.
     * @param database where its tables are
     * @param mail its mailbox
     * @param name the name of its database, which must not exist
     */
    static Office start(BenchDatabase database, MailServers mail, String name) throws Exception {
        database.create(name);
        MailSink sink = MailSink.start();
        List<String> settings = new ArrayList<>(database.settings(name));
        settings.addAll(List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + sink.port(),
                "--backoffice.outbox.security=none", "--backoffice.outbox.mails-per-minute=1",
                "--backoffice.outbox.token-secret=0123456789abcdefghijklmnopqrstuvwxyz",
                "--backoffice.inbox.host=127.0.0.1", "--backoffice.inbox.port=" + mail.imapPort(),
                "--backoffice.inbox.security=none", "--backoffice.inbox.password=0123456789abcdefghijklmnop",
                "--backoffice.review.batch-size=" + BATCH, "--camunda.bpm.admin-user.id=ada",
                "--camunda.bpm.admin-user.password=0123456789abcdefghijklmnopq"));
        return new Office(sink,
                new SpringApplicationBuilder(BackOfficeApplication.class).run(settings.toArray(String[]::new)));
    }

    int port() {
        return Integer
            .parseInt(Objects.requireNonNull(this.application.getEnvironment().getProperty("local.server.port")));
    }

    ProcessEngine engine() {
        return this.application.getBean(ProcessEngine.class);
    }

    TransactionTemplate transaction() {
        return this.application.getBean(TransactionTemplate.class);
    }

    /** Participants with one domain each, all of which have confirmed version 1 of 2. */
    void list(int participants) {
        JdbcClient jdbc = jdbc();
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

    /**
     * Has the quarter's campaign open its reviews, in one thread; how many per second.
     */
    double openReviews(int participants) {
        ManagementService management = engine().getManagementService();
        jdbc().sql("update act_ru_job set duedate_ = now() where process_def_key_ = 'reviewCampaign'").update();
        long start = System.nanoTime();
        while (count("review_campaign where finished_at is not null") == 0) {
            List<Job> jobs = management.createJobQuery()
                .processDefinitionKey("reviewCampaign")
                .duedateLowerThan(new Date())
                .list();
            (jobs.isEmpty() ? management.createJobQuery().processDefinitionKey("reviewCampaign").messages().list()
                    : jobs)
                .forEach((job) -> management.executeJob(job.getId()));
        }
        double rate = participants / secondsSince(start);
        if (count("quarterly_review") != participants) {
            throw new IllegalStateException(
                    "%d reviews instead of %d".formatted(count("quarterly_review"), participants));
        }
        return rate;
    }

    /** Writes every participant's change pack; how many seconds it took. */
    double writeChangePacks(int participants) {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration()).getJobExecutor();
        long start = System.nanoTime();
        jobs.start();
        Awaitility.await()
            .atMost(Duration.ofHours(2))
            .pollInterval(Duration.ofMillis(200))
            .until(() -> count("letter") == participants);
        double seconds = secondsSince(start);
        jobs.shutdown();
        return seconds;
    }

    long bytesOnDisk() {
        return jdbc().sql("select pg_database_size(current_database())").query(Long.class).single();
    }

    JdbcClient jdbc() {
        return this.application.getBean(JdbcClient.class);
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private long count(String what) {
        return jdbc().sql("select count(*) from " + what).query(Long.class).single();
    }

    @Override
    public void close() {
        this.application.close();
        this.sink.close();
    }

}
