package no.bits.tls.login;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which person of which identity provider is which user here. A user's row goes when the
 * user is deleted.
 */
@Component
class ProviderAccounts {

    private static final long LOCK = 0x746C73_0004L;

    private final JdbcClient jdbc;

    private final Clock clock;

    ProviderAccounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets one newcomer in at a time, until the caller's transaction ends. */
    void lock() {
        this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
        });
    }

    Optional<String> userOf(ProviderPerson person) {
        return this.jdbc.sql("select user_id from backoffice.provider_account where issuer = ? and subject = ?")
            .params(person.issuer(), person.subject())
            .query(String.class)
            .optional();
    }

    void add(ProviderPerson person) {
        this.jdbc.sql("""
                insert into backoffice.provider_account (issuer, subject, user_id, admitted_at)
                values (?, ?, ?, ?)""")
            .params(person.issuer(), person.subject(), person.userId(), this.clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

}
