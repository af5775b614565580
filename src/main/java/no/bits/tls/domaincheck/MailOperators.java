package no.bits.tls.domaincheck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.Operator;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who runs the mail servers of domains, and who did before. */
@Repository
public class MailOperators {

    private final JdbcClient jdbc;

    MailOperators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who runs a domain's mail servers and who did before.
     * @param domain the domain
     * @return one entry for each change, newest first, the first being in force
     */
    public List<MailOperator> of(DomainName domain) {
        return this.jdbc.sql("select * from mail_operator where domain = ? order by id desc")
            .param(domain.ascii())
            .query((row, number) -> new MailOperator(row.getString("names"), row.getTimestamp("since").toInstant(),
                    Optional.ofNullable(row.getObject("before", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null)))
            .list();
    }

    /**
     * The domains whose mail servers an operator runs.
     * @param host the name of one of its servers
     * @param most how many domains to find
     * @return the domains, by name
     */
    public List<DomainName> servedWith(String host, int most) {
        return this.jdbc.sql("""
                select domain from mail_operator where before is null and :operator = any(string_to_array(names, ', '))
                order by domain limit :most""")
            .param("operator", Operator.of(host))
            .param("most", most)
            .query(String.class)
            .list()
            .stream()
            .map(DomainName::new)
            .toList();
    }

    /** Notes who runs a domain's mail servers, where that was another before. */
    void note(DomainName domain, String names, Instant now) {
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC);
        this.jdbc.sql("""
                update mail_operator set before = :now where domain = :domain and before is null and names <> :names""")
            .param("now", time)
            .param("domain", domain.ascii())
            .param("names", names)
            .update();
        this.jdbc.sql("""
                insert into mail_operator (domain, names, since) values (:domain, :names, :now)
                on conflict (domain) where before is null do nothing""")
            .param("domain", domain.ascii())
            .param("names", names)
            .param("now", time)
            .update();
    }

}
