package no.bits.tls.login;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import no.bits.tls.calendar.OsloTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The book of who has looked at personal data: each person, thing and hour once, so that
 * it stays small.
 */
@Component
class PersonalDataAccess {

    /** How many entries fit a page. */
    static final int ROWS = 100;

    private final JdbcClient jdbc;

    private final LoginSettings settings;

    private final Clock clock;

    PersonalDataAccess(JdbcClient jdbc, LoginSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes down that a person looks at something now. */
    void note(String person, Look look) {
        this.jdbc.sql("""
                insert into backoffice.personal_data_access (person, hour, looked_at, page, kind, thing)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
            .params(person, this.clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC),
                    this.clock.instant().atOffset(ZoneOffset.UTC), look.page(), look.kind(), look.thing())
            .update();
    }

    /** The entries with these parameters, newest first; one more than fits a page. */
    List<Entry> find(Map<String, Object> parameters) {
        List<String> conditions = AuditSearch.conditions(parameters);
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return this.jdbc
            .sql("select * from backoffice.personal_data_access %s order by id desc limit %d".formatted(where,
                    ROWS + 1))
            .params(parameters)
            .query((row, number) -> new Entry(row.getLong("id"), row.getString("person"),
                    row.getTimestamp("looked_at").toInstant(),
                    new Look(row.getString("page"), row.getString("kind"), row.getString("thing"))))
            .list();
    }

    /** Forgets at night what is older than the settings say. */
    @Scheduled(cron = "${backoffice.retention.at:0 30 3 * * *}", zone = "Europe/Oslo")
    void forgetOld() {
        this.jdbc.sql("delete from backoffice.personal_data_access where looked_at < ?")
            .param(OsloTime.today(this.clock)
                .minus(this.settings.auditKeptFor())
                .atStartOfDay(OsloTime.ZONE)
                .toOffsetDateTime())
            .update();
    }

}
