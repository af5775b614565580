package no.bits.tls.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import com.zaxxer.hikari.HikariDataSource;
import no.bits.tls.TestDatabase;
import no.bits.tls.mailaccount.MailAccount;
import no.bits.tls.mailaccount.TokenEndpoint;
import no.bits.tls.outbox.Correspondence;
import no.bits.tls.outbox.TestCorrespondence;
import no.bits.tls.workflow.CaseNumber;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An inbox on a real database of its own, with a handler that takes what a test says. */
final class InboxFixture implements AutoCloseable {

    final List<Object> events = new CopyOnWriteArrayList<>();

    private final List<Object> counted = new CopyOnWriteArrayList<>();

    final EagerHandler handler;

    final TestClock clock = new TestClock();

    final HikariDataSource database;

    final JdbcClient jdbc;

    final InboundMails mails;

    MailAccount account = TokenEndpoint.none();

    private final Map<String, String> properties = new HashMap<>();

    private final List<MailboxReader> readers = new ArrayList<>();

    InboxFixture() {
        this(address(TestDatabase.create()), (jdbc) -> new EagerHandler());
        Flyway.configure()
            .dataSource(this.database)
            .schemas("backoffice")
            .locations("classpath:db/migration")
            .load()
            .migrate();
    }

    /** One more instance on a database that is there. */
    InboxFixture(String address, Function<JdbcClient, EagerHandler> handler) {
        this.database = DataSourceBuilder.create().type(HikariDataSource.class).url(address).build();
        this.jdbc = JdbcClient.create(this.database);
        this.mails = new InboundMails(this.jdbc);
        this.handler = handler.apply(this.jdbc);
        with("host", "127.0.0.1").with("username", "tls@bits.no").with("password", "secret").with("security", "NONE");
        with("poll", "200ms").with("retry-pause", "100ms").with("idle-renewal", "5s");
    }

    private static String address(String database) {
        return TestDatabase.connectionTo(database).getJdbcUrl();
    }

    InboxFixture with(String name, Object value) {
        this.properties.put("backoffice.inbox." + name, value.toString());
        return this;
    }

    InboxSettings settings() {
        return new Binder(new MapConfigurationPropertySource(this.properties)).bindOrCreate("backoffice.inbox",
                InboxSettings.class);
    }

    MailParser parser() {
        return new MailParser(settings());
    }

    MailIntake intake() {
        return new MailIntake(this.mails, parser(), reception(),
                new TransactionTemplate(new DataSourceTransactionManager(this.database)), this::hear, settings(),
                this.clock);
    }

    private MailReception reception() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("eager", this.handler);
        Correspondence correspondence = TestCorrespondence.on(this.jdbc, this.events::add);
        return new MailReception(this.mails, new Conversations(correspondence, this.mails),
                new DeliveryReports(correspondence), beans.getBeanProvider(MailHandler.class), this::hear, settings(),
                this.clock);
    }

    private void hear(Object event) {
        boolean counted = event instanceof MailSettled || event instanceof AttemptFailed;
        (counted ? this.counted : this.events).add(event);
    }

    /** What is only there to be counted. */
    <T> List<T> happened(Class<T> kind) {
        return this.counted.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Inbox inbox() {
        return new Inbox(this.mails, parser(), intake(), settings());
    }

    MailboxReader reader() {
        return reader(new ReaderPulse(this.clock));
    }

    MailboxReader reader(ReaderPulse pulse) {
        MailboxReader reader = new MailboxReader(settings(), this.account, this.database, intake(), pulse, this.clock);
        this.readers.add(reader);
        reader.start();
        return reader;
    }

    /** Stores a mail as the reader does, and no more: as if everything ended there. */
    long stored(String mail) {
        return stored(mail.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    long stored(byte[] raw) {
        try (MailboxLease lease = MailboxLease.take(this.database, "test").orElseThrow()) {
            long uid = 1 + this.jdbc.sql("select count(*) from backoffice.inbound_mail").query(Long.class).single();
            FetchedMail mail = new FetchedMail(uid, raw.length, raw, true);
            return lease.store(List.of(mail), 1, this.clock.instant()).values().iterator().next();
        }
        catch (java.sql.SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    MailState state(long id) {
        return this.mails.find(id).orElseThrow().state();
    }

    long count(MailState state) {
        return this.jdbc.sql("select count(*) from backoffice.inbound_mail where state = :state")
            .param("state", state.name())
            .query(Long.class)
            .single();
    }

    List<String> reasons() {
        return this.jdbc.sql("select reason from backoffice.inbound_mail where reason is not null order by id")
            .query(String.class)
            .list();
    }

    @Override
    public void close() {
        this.readers.forEach(MailboxReader::stop);
        this.database.close();
    }

    /** Takes every mail but those of others and those that are poison to it. */
    static class EagerHandler implements MailHandler {

        final List<IncomingMail> handled = new CopyOnWriteArrayList<>();

        final List<IncomingMail> resumed = new CopyOnWriteArrayList<>();

        Optional<CaseNumber> continues = Optional.empty();

        @Override
        public String kind() {
            return "eager";
        }

        @Override
        public boolean accepts(IncomingMail mail) {
            return !mail.subject().startsWith("Unknown");
        }

        @Override
        public CaseNumber handle(IncomingMail mail) {
            if (mail.subject().startsWith("Poison")) {
                throw new IllegalStateException("I do not like this mail");
            }
            if (mail.subject().startsWith("Overflow")) {
                throw new StackOverflowError();
            }
            this.handled.add(mail);
            return new CaseNumber("TLS-2026-%05d".formatted(mail.id()));
        }

        @Override
        public boolean resume(CaseNumber caseNumber, IncomingMail mail) {
            return this.continues.filter(caseNumber::equals).isPresent() && this.resumed.add(mail);
        }

        List<String> subjects() {
            return this.handled.stream().map(IncomingMail::subject).toList();
        }

    }

    /** The real time, moved. */
    static final class TestClock extends Clock {

        private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

        void advance(Duration duration) {
            this.offset.updateAndGet((before) -> before.plus(duration));
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(this.offset.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), this.offset.get());
        }

    }

}
