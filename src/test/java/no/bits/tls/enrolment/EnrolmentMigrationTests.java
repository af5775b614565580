package no.bits.tls.enrolment;

import java.util.Map;

import no.bits.tls.MigratedDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class EnrolmentMigrationTests {

    private final MigratedDatabase database = new MigratedDatabase();

    private final JdbcClient jdbc = this.database.jdbc();

    @Test
    void whatWasReadBeforeIsTheOpeningMails() {
        this.database.migrate("11");
        this.jdbc
            .sql("""
                    insert into backoffice.inbound_mail (mailbox, uid_validity, uid, sha256, size, raw, whole, state, due_at,
                        received_at)
                    select 'm', 1, n, 'x', 1, 'x', true, 'HANDLED', now(), now() from generate_series(1, 2) n;
                    insert into backoffice.enrolment (version, case_number, mail_id, sender, state, received_at)
                    select 0, 'TLS-2026-0000' || m.uid, m.id, 'kari@a.example',
                        case m.uid when 1 then 'IN_REVIEW' else 'RECEIVED' end, now() from backoffice.inbound_mail m;
                    insert into backoffice.enrolment_reading
                    select id, 0, 'DOMAIN', 'COMPANY_FORM', 'a.example', true, 'Domene: a.example', 'vedlegg2.docx'
                    from backoffice.enrolment where state = 'IN_REVIEW';
                    insert into backoffice.enrolment_document
                    select id, n, 'vedlegg' || n || '.docx', 'READ', 'COMPANY_FORM', ''
                    from backoffice.enrolment, generate_series(0, 1) n where state = 'IN_REVIEW';""")
            .update();
        this.database.migrate("13");
        assertThat(this.jdbc.sql("""
                select r.mail_id = e.mail_id as same from backoffice.enrolment_reading r
                join backoffice.enrolment e on e.id = r.enrolment""").query(Boolean.class).list())
            .containsExactly(true);
        assertThat(this.jdbc.sql("select number from backoffice.enrolment_document order by position")
            .query(Integer.class)
            .list()).containsExactly(1, 2);
        assertThat(this.jdbc.sql("""
                select e.state, m.read, m.trusted, m.mail_id = e.mail_id as opening
                from backoffice.enrolment_mail m join backoffice.enrolment e on e.id = m.enrolment order by e.id""")
            .query()
            .listOfRows()).containsExactly(Map.of("state", "IN_REVIEW", "read", true, "trusted", true, "opening", true),
                    Map.of("state", "RECEIVED", "read", false, "trusted", true, "opening", true));
    }

}
