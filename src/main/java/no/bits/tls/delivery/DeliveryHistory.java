package no.bits.tls.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.outbox.DeliveryReport;
import no.bits.tls.outbox.SentMail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that mail servers ever said about our mails: only ever added to. */
@Component
class DeliveryHistory {

    private final JdbcClient jdbc;

    private final Clock clock;

    DeliveryHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets one transaction at a time decide what a failure to reach an address means. */
    void lock(EmailAddress address) {
        this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended('delivery ' || lower(?), 0))")
            .param(address.value())
            .query((row) -> {
            });
    }

    void add(SentMail mail, DeliveryReport report) {
        this.jdbc.sql("""
                insert into backoffice.delivery_report (outbound_mail_id, address, dead_address, said, reported_at)
                values (?, ?, ?, ?, ?)""")
            .params(mail.id(), mail.recipient().value(), report.isDeadAddress(), report.line(),
                    this.clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    }

    /**
     * On how many days an address was said to be none since a person last settled it.
     * @param address the address
     * @return the number of different days in Oslo
     */
    int daysDead(EmailAddress address) {
        return this.jdbc.sql("""
                select count(distinct cast(reported_at at time zone 'Europe/Oslo' as date))
                from backoffice.delivery_report
                where lower(address) = lower(:address) and dead_address and reported_at > coalesce(
                    (select max(closed_at) from backoffice.lost_contact where lower(address) = lower(:address)),
                    '-infinity')""").param("address", address.value()).query(Integer.class).single();
    }

    List<Said> about(UUID mail) {
        return this.jdbc.sql("""
                select reported_at, said from backoffice.delivery_report
                where outbound_mail_id = ? order by reported_at desc, id desc limit 50""")
            .param(mail)
            .query(DeliveryHistory::said)
            .list();
    }

    List<Said> about(EmailAddress address) {
        return this.jdbc.sql("""
                select reported_at, said from backoffice.delivery_report
                where lower(address) = lower(?) order by reported_at desc, id desc limit 50""")
            .param(address.value())
            .query(DeliveryHistory::said)
            .list();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return Said.at(row.getTimestamp("reported_at").toInstant(), row.getString("said"));
    }

}
