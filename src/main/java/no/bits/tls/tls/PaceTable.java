package no.bits.tls.tls;

import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import no.bits.tls.tls.TlsSettings.Pace;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The connections of all instances in one table: who may connect to a mail server and
 * when, and what was found lately. Each method is one short transaction and waits for
 * nobody but another of them.
 */
@Component
class PaceTable {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final Duration SOON = Duration.ofMillis(200);

    private final JdbcClient jdbc;

    private final ObjectMapper json;

    private final TlsSettings settings;

    private final Clock clock;

    PaceTable(JdbcClient jdbc, ObjectMapper json, TlsSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks for a turn of which the answer is to be shared.
     * @param address the server's address
     * @param host its name
     * @param freshness how old a shared answer may be
     * @return what the caller gets
     */
    @Transactional
    Turn ask(String address, String host, Freshness freshness) {
        lock(host, address);
        return shared(address, host, freshness).<Turn>map(Turn.Shared::new)
            .or(() -> sameQuestionIsOpen(address, host) ? Optional.of(new Turn.Later(SOON)) : Optional.empty())
            .orElseGet(() -> turn(address, host, 0));
    }

    /**
     * Asks for a turn of which nothing is shared.
     * @param address the server's address
     * @param host its name
     * @param within the number of the turn that this is part of; 0 for none
     * @return taken, or later
     */
    @Transactional
    Turn askAlone(String address, String host, long within) {
        lock(host, address);
        return turn(address, host, within);
    }

    /**
     * Ends a turn.
     * @param id its number
     * @param report what is to be shared, if anything
     */
    @Transactional
    void finish(long id, @Nullable ServerReport report) {
        this.jdbc.sql("update backoffice.server_probe set finished_at = ?, report = cast(? as jsonb) where id = ?")
            .params(now(), (report != null) ? write(report) : null, id)
            .update();
    }

    private void lock(String host, String address) {
        this.jdbc.sql("""
                select pg_advisory_xact_lock(hashtextextended('server operator ' || ?, 0)),
                    pg_advisory_xact_lock(hashtextextended('server address ' || ?, 0))""")
            .params(Operator.of(host), address)
            .query()
            .listOfRows();
    }

    private Optional<ServerReport> shared(String address, String host, Freshness freshness) {
        Pace pace = this.settings.pace();
        Duration age = (freshness == Freshness.NOW) ? pace.nowAfter() : pace.sharedFor();
        return this.jdbc.sql("""
                select report from backoffice.server_probe
                where address = ? and mail_host = ? and report is not null and connected_at > ?
                order by connected_at desc limit 1""")
            .params(address, host, ago(age))
            .query(String.class)
            .optional()
            .map(this::read);
    }

    private boolean sameQuestionIsOpen(String address, String host) {
        return this.jdbc.sql("""
                select exists (select from backoffice.server_probe
                    where address = ? and mail_host = ? and finished_at is null and connected_at > ?)""")
            .params(address, host, ago(longestTurn()))
            .query(Boolean.class)
            .single();
    }

    private Turn turn(String address, String host, long within) {
        Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration wait = Duration.between(now, earliest(now, address, Operator.of(host), within));
        if (!wait.isZero()) {
            return new Turn.Later(wait);
        }
        forget();
        return new Turn.Taken(this.jdbc.sql("""
                insert into backoffice.server_probe (address, mail_host, operator, connected_at) values (?, ?, ?, ?)
                returning id""").params(address, host, Operator.of(host), now()).query(Long.class).single());
    }

    private Instant earliest(Instant now, String address, String operator, long within) {
        Pace pace = this.settings.pace();
        return this.jdbc.sql("""
                select greatest(cast(:now as timestamptz),
                    (select max(connected_at) + make_interval(secs => :pause)
                        from backoffice.server_probe where address = :address),
                    (select connected_at + make_interval(secs => :minute) from backoffice.server_probe
                        where operator = :operator order by connected_at desc offset :perMinute - 1 limit 1),
                    case when (select count(*) from backoffice.server_probe
                            where operator = :operator and finished_at is null and connected_at > :longAgo
                                and id <> :within) >= :atOnce
                        then cast(:now as timestamptz) + make_interval(secs => :soon) end)""")
            .param("now", Timestamp.from(now))
            .param("pause", seconds(pace.addressPause()))
            .param("address", address)
            .param("minute", seconds(pace.minute()))
            .param("operator", operator)
            .param("perMinute", pace.operatorPerMinute())
            .param("longAgo", ago(longestTurn()))
            .param("within", within)
            .param("atOnce", pace.operatorConnections())
            .param("soon", seconds(SOON))
            .query(Timestamp.class)
            .single()
            .toInstant();
    }

    private void forget() {
        this.jdbc.sql("delete from backoffice.server_probe where connected_at < ?")
            .param(ago(FORGOTTEN_AFTER))
            .update();
    }

    /** After that, an instance has died that did not end its turn. */
    private Duration longestTurn() {
        return this.settings.timeouts().whole().multipliedBy(3).plus(this.settings.pace().addressPause());
    }

    private String write(ServerReport report) {
        try {
            return this.json.writeValueAsString(report);
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private ServerReport read(String report) {
        try {
            return this.json.readValue(report, ServerReport.class);
        }
        catch (JsonProcessingException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Timestamp now() {
        return ago(Duration.ZERO);
    }

    private Timestamp ago(Duration time) {
        return Timestamp.from(this.clock.instant().minus(time));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

}
