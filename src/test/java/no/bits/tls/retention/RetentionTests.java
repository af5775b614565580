package no.bits.tls.retention;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import no.bits.tls.BackOfficeTest;
import no.bits.tls.TestMailServer;
import no.bits.tls.TestPeople;
import no.bits.tls.WebSession;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

/** What people wrote goes when its time is over, and not a day before. */
@BackOfficeTest
class RetentionTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    TestMailServer.Mail mail;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String name = "glemt-" + UUID.randomUUID();

    @Test
    void nothingOfAPersonIsLeftOfACaseThatEndedLongAgo() {
        String caseNumber = declined();
        this.retention.deleteWhatIsDue();
        assertThat(whereTheyStandWritten()).isNotEmpty();
        happenedLongAgo(caseNumber);
        this.retention.deleteWhatIsDue();
        assertThat(whereTheyStandWritten()).isEmpty();
        assertThat(states(caseNumber)).containsOnly("HANDLED");
    }

    @Test
    void aCaseThatStillRunsKeepsItsMail() {
        String caseNumber = inReview();
        happenedLongAgo(caseNumber);
        this.retention.deleteWhatIsDue();
        assertThat(whereTheyStandWritten()).isNotEmpty();
    }

    @Test
    void spamIsKeptForThreeMonths() {
        this.mail
            .deliver(("From: %s@spam.example\r\nTo: tls@bits.no\r\nSubject: Vinn\r\nX-Spam-Flag: YES\r\n\r\nVinn!\r\n")
                .formatted(this.name)
                .getBytes(StandardCharsets.UTF_8));
        await().until(() -> !whereTheyStandWritten().isEmpty());
        this.jdbc
            .sql("update backoffice.inbound_mail set received_at = received_at - interval '91 days'"
                    + " where sender ilike ?")
            .param("%" + this.name + "%")
            .update();
        await().untilAsserted(() -> {
            this.retention.deleteWhatIsDue();
            assertThat(whereTheyStandWritten()).isEmpty();
        });
    }

    private String declined() {
        String caseNumber = inReview();
        WebSession staff = WebSession.of(this.port, TestPeople.STAFF, "tasklist");
        String task = this.jdbc
            .sql("select t.id_ from public.act_ru_task t join public.act_ru_execution e"
                    + " on e.id_ = t.proc_inst_id_ where e.business_key_ = ?")
            .param(caseNumber)
            .query(String.class)
            .single();
        staff.send("POST", ENGINE + "/task/" + task + "/claim", "{\"userId\":\"%s\"}".formatted(TestPeople.STAFF));
        assertThat(staff
            .send("POST", "/desk/enrolments/" + caseNumber + "/refusal",
                    "{\"form\":{},\"reason\":\"%s er ikke en virksomhet.\"}".formatted(this.name))
            .statusCode()).isEqualTo(204);
        await().until(() -> this.jdbc
            .sql("""
                    select not exists (select from public.act_ru_execution where business_key_ = :case)
                      and exists (select from backoffice.outbound_mail where case_number = :case and state = 'SENT'
                        and purpose like '%declined%' or case_number = :case and state = 'SENT' and purpose like '%refus%')""")
            .param("case", caseNumber)
            .query(Boolean.class)
            .single());
        return caseNumber;
    }

    private String inReview() {
        this.mail.deliver(TestMailServer.Mail.sample("o15")
            .replaceFirst("(?mi)^From:.*$", "From: Glemt Person <" + this.name + "@example.com>")
            .replaceFirst("(?mi)^Message-ID:.*$", "Message-ID: <" + this.name + "@tests.example>")
            .getBytes(StandardCharsets.ISO_8859_1));
        return await().until(() -> this.jdbc.sql("""
                select m.case_number from backoffice.inbound_mail m
                where m.sender_address = ? and exists (select from public.act_ru_task t
                  join public.act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = m.case_number)""")
            .param(this.name + "@example.com")
            .query(String.class)
            .optional()
            .orElse(""), (found) -> !found.isEmpty());
    }

    private void happenedLongAgo(String caseNumber) {
        for (String column : List.of("inbound_mail.received_at", "letter.created_at", "decision.decided_at")) {
            String[] place = column.split("\\.");
            this.jdbc
                .sql("update backoffice.%1$s set %2$s = %2$s - interval '4 years' where case_number = ?"
                    .formatted(place[0], place[1]))
                .param(caseNumber)
                .update();
        }
    }

    private List<String> states(String caseNumber) {
        return this.jdbc.sql("select state from backoffice.inbound_mail where case_number = ?")
            .param(caseNumber)
            .query(String.class)
            .list();
    }

    /** Every column of every table of ours in which the person's name stands. */
    private List<String> whereTheyStandWritten() {
        return this.jdbc.sql("""
                select table_name || '.' || column_name || case data_type when 'bytea' then ' raw' else '' end
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'backoffice' and table_type = 'BASE TABLE'
                  and data_type in ('text', 'bytea', 'jsonb')""")
            .query(String.class)
            .list()
            .stream()
            .filter(this::isWritten)
            .toList();
    }

    private boolean isWritten(String place) {
        String[] parts = place.split("[. ]");
        String text = (parts.length > 2) ? "encode(%s, 'escape')".formatted(parts[1]) : parts[1] + "::text";
        return this.jdbc.sql("select exists (select from backoffice.%s where %s ilike ?)".formatted(parts[0], text))
            .param("%" + this.name + "%")
            .query(Boolean.class)
            .single();
    }

}
