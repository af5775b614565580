package no.bits.tls.workflow;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts rights, the first administrator and shared filters in place at each start; one
 * instance at a time.
 */
@Component
@Order(0)
class Furnishing implements ApplicationRunner {

    private static final long LOCK = 0x746C73_0001L;

    private final JdbcClient jdbc;

    private final AccessRights rights;

    private final FirstAdministrator administrator;

    private final SharedFilters filters;

    Furnishing(JdbcClient jdbc, AccessRights rights, FirstAdministrator administrator, SharedFilters filters) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.administrator = administrator;
        this.filters = filters;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
        });
        this.rights.grant();
        this.administrator.appoint();
        this.filters.create();
    }

}
