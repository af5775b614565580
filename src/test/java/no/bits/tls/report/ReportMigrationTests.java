package no.bits.tls.report;

import no.bits.tls.MigratedDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class ReportMigrationTests {

    private final MigratedDatabase database = new MigratedDatabase();

    private final JdbcClient jdbc = this.database.jdbc();

    @Test
    void whatWasSeenBeforeHasAWorstVerdictForEachRequirement() {
        this.database.migrate("29");
        this.jdbc
            .sql("""
                    insert into backoffice.domain_check (domain, reason, asked_at, report) values ('a.example', 'LIST', now(), '{
                        "verdicts": [{"requirement": "MAIL_SERVERS", "finding": "REACHED"}],
                        "servers": [{"verdicts": [{"requirement": "STARTTLS", "finding": "STARTTLS_WORKS"},
                                {"requirement": "SERVER_NAME", "finding": "NAME_IN_CN_ONLY"}]},
                            {"verdicts": [{"requirement": "STARTTLS", "finding": "STARTTLS_MISSING"},
                                {"requirement": "SERVER_NAME", "finding": "NAME_MATCHES"},
                                {"requirement": "TLS_VERSION", "finding": "TRY_LATER"}]}]}')""")
            .update();
        this.database.migrate("40");
        assertThat(this.jdbc.sql("""
                select key || ' ' || value from backoffice.domain_check, jsonb_each_text(outcomes) order by 1""")
            .query(String.class)
            .list()).containsExactly("MAIL_SERVERS PASS", "SERVER_NAME NOTE", "STARTTLS FAIL", "TLS_VERSION RETRY",
                    "TRUSTED_CERTIFICATE UNKNOWN");
    }

}
