package no.bits.tls.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import no.bits.tls.TestDatabase;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.mailaccount.MailAccount;
import no.bits.tls.mailaccount.TokenEndpoint;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.OutgoingMail.State;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The outbox alone on a real, empty database of its own, with a clock and an SMTP server
 * that obey. Its dispatcher stands still unless a test starts it.
 */
class OutboxFixture implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 20;

    final TravellingClock clock = new TravellingClock();

    final FaultySmtpServer server = new FaultySmtpServer();

    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private final HikariDataSource database = database();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final List<Runnable> closing = new CopyOnWriteArrayList<>();

    final Outbox outbox;

    final MailQueue queue;

    final JdbcClient jdbc;

    final TransactionTemplate transaction;

    OutboxFixture() {
        this(Map.of());
    }

    OutboxFixture(Map<String, ?> properties) {
        this.context.registerBean(TravellingClock.class, () -> this.clock);
        this.context.registerBean(JdbcClient.class, () -> JdbcClient.create(this.database));
        this.context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(this.database));
        this.context.registerBean(OutboxSettings.class, () -> settings(properties));
        this.context.registerBean(MailProperties.class, () -> serverAddress(this.server.port()));
        this.context.registerBean(SimpleMeterRegistry.class);
        this.context.registerBean(MailAccount.class, TokenEndpoint::none);
        this.context.register(Transactions.class, Failures.class, Outbox.class, LetterWriter.class, Texts.class,
                MailToken.class, MailQueue.class, MailGate.class, QueueHead.class, DomainPauses.class, SmtpServer.class,
                StillDispatcher.class, OutboxHealthIndicator.class, OutboxMetrics.class, OutboxFigures.class);
        this.context.refresh();
        this.outbox = this.context.getBean(Outbox.class);
        this.queue = this.context.getBean(MailQueue.class);
        this.jdbc = this.context.getBean(JdbcClient.class);
        this.transaction = new TransactionTemplate(this.context.getBean(JdbcTransactionManager.class));
    }

    static OutboxSettings settings(Map<String, ?> properties) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource(
                Map.of("backoffice.outbox.token-secret", "only-ever-signs-the-mails-of-tests",
                        "backoffice.outbox.security", "none", "backoffice.outbox.answer-timeout", "20s",
                        "backoffice.outbox.mails-per-minute", "0", "backoffice.outbox.daily-limit", "0"));
        properties.forEach((name, value) -> source.put("backoffice.outbox." + name, value));
        return new Binder(source).bind("backoffice.outbox", OutboxSettings.class).get();
    }

    static MailProperties serverAddress(int port) {
        MailProperties address = new MailProperties();
        address.setHost("127.0.0.1");
        address.setPort(port);
        return address;
    }

    static Letter letter(String caseNumber, Importance importance) {
        return letter(caseNumber, importance, List.of());
    }

    static Letter letter(String caseNumber, Importance importance, List<String> thread) {
        return new Letter("enrolment-declined", new CaseNumber(caseNumber), new EmailAddress("it@fjordbanken.example"),
                "", importance, thread,
                Map.of("organisation", "Fjordbånken", "reason", ".\nFordi – det er slik.", "findings", List.of()));
    }

    static Letter letterTo(String recipient, String caseNumber, Importance importance) {
        Letter letter = letter(caseNumber, importance);
        return new Letter(letter.purpose(), letter.caseNumber(), new EmailAddress(recipient), letter.period(),
                letter.importance(), letter.thread(), letter.words());
    }

    void owe(String caseNumber) {
        owe(letter(caseNumber, Importance.OWED));
    }

    void remind(String caseNumber) {
        owe(letter(caseNumber, Importance.REMINDER));
    }

    void owe(Letter letter) {
        this.transaction.executeWithoutResult((status) -> this.outbox.send(letter));
    }

    void onClose(Runnable action) {
        this.closing.add(action);
    }

    Courier courier() {
        return new Courier(this.queue, this.context.getBean(SmtpServer.class));
    }

    void deliver() {
        try (Courier courier = courier()) {
            courier.deliverDue(() -> true);
        }
    }

    /** Delivers by several workers at once, until each has nothing more to do. */
    void deliverBy(int workers) {
        CompletableFuture
            .allOf(Stream.generate(() -> CompletableFuture.runAsync(this::deliver, this.threads))
                .limit(workers)
                .toArray(CompletableFuture[]::new))
            .join();
    }

    /** Expects that a mail does not leave before a time has passed, and then does. */
    void assertSentAfter(String caseNumber, Duration wait) {
        State before = mail(caseNumber).state();
        this.clock.travel(wait.minusSeconds(1));
        deliver();
        assertThat(mail(caseNumber).state()).isEqualTo(before);
        this.clock.travel(Duration.ofSeconds(1).plusMillis(1));
        deliver();
        assertThat(mail(caseNumber).state()).isEqualTo(State.SENT);
    }

    OutgoingMail mail(String caseNumber) {
        List<OutgoingMail> mails = this.outbox.mailsOf(new CaseNumber(caseNumber));
        return mails.get(mails.size() - 1);
    }

    /** Our mails in a state, the oldest first. */
    List<OutgoingMail> mailsIn(State state) {
        return this.jdbc.sql("select id from backoffice.delivery where state = ? order by queued_at, id")
            .param(state.name())
            .query(UUID.class)
            .list()
            .stream()
            .map(this.outbox::mail)
            .toList();
    }

    List<PausedDomain> pausedDomains() {
        return this.context.getBean(DomainPauses.class).now();
    }

    List<MailFailed> failures() {
        return this.context.getBean(Failures.class).heard;
    }

    @Override
    public void close() {
        this.closing.forEach(Runnable::run);
        this.threads.shutdownNow();
        this.context.close();
        this.server.close();
        this.database.close();
    }

    private static HikariDataSource database() {
        JdbcConnectionDetails details = TestDatabase.connectionTo(TestDatabase.create());
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(details.getJdbcUrl() + "&currentSchema=backoffice,public");
        database.setUsername(details.getUsername());
        database.setPassword(details.getPassword());
        database.setMinimumIdle(0);
        database.setMaximumPoolSize(MOST_CONNECTIONS);
        new ResourceDatabasePopulator(new ByteArrayResource("create schema backoffice".getBytes()),
                new ClassPathResource("db/migration/V4__outbox.sql"),
                new ClassPathResource("db/migration/V10__outbox_pace.sql"))
            .execute(database);
        return database;
    }

    /** Annotations as the application reads them. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {

    }

    /** Hears what failed. */
    static class Failures {

        final List<MailFailed> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(MailFailed failure) {
            this.heard.add(failure);
        }

    }

    /** A dispatcher that waits to be started. */
    static class StillDispatcher extends Dispatcher {

        StillDispatcher(MailQueue queue, SmtpServer server, OutboxSettings settings) {
            super(queue, server, settings);
        }

        @Override
        public boolean isAutoStartup() {
            return false;
        }

    }

}
