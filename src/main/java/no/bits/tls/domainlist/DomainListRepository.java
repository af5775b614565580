package no.bits.tls.domainlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.OrganisationNumber;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions and rows of the Domain List in the database. */
@Repository
class DomainListRepository {

    private final JdbcClient jdbc;

    private final JdbcTemplate batches;

    DomainListRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Lets one transaction at a time publish; readers are not held up. */
    void lock() {
        this.batches.execute("lock table domain_list_version in exclusive mode");
    }

    Optional<DomainListVersion> latest() {
        return this.jdbc.sql("select * from domain_list_version order by number desc limit 1")
            .query(DomainListRepository::version)
            .optional();
    }

    Optional<DomainListVersion> find(long number) {
        return this.jdbc.sql("select * from domain_list_version where number = ?")
            .param(number)
            .query(DomainListRepository::version)
            .optional();
    }

    List<ListedDomain> rowsOf(long number) {
        return this.jdbc.sql("""
                select * from domain_list_entry
                where from_version <= :number and coalesce(to_version > :number, true)""")
            .param("number", number)
            .query(DomainListRepository::listed)
            .list();
    }

    List<ListedDomain> rowsAt(Instant moment) {
        return this.jdbc.sql("""
                with v as (select max(number) as number from domain_list_version where published_at <= ?)
                select e.* from domain_list_entry e join v on e.from_version <= v.number
                    and coalesce(e.to_version > v.number, true)""")
            .param(moment.atOffset(ZoneOffset.UTC))
            .query(DomainListRepository::listed)
            .list();
    }

    Optional<ListedDomain> rowOf(DomainName domain) {
        return this.jdbc.sql("select * from domain_list_entry where domain = ? and to_version is null")
            .param(domain.ascii())
            .query(DomainListRepository::listed)
            .optional();
    }

    /** The rows of today's list, and every row that this case ever published. */
    List<Entry> entriesOfNowAnd(CaseNumber caseNumber) {
        return this.jdbc.sql("""
                select e.* from domain_list_entry e join domain_list_version v on v.number = e.from_version
                where e.to_version is null or v.case_number = ?""")
            .param(caseNumber.value())
            .query(DomainListRepository::entry)
            .list();
    }

    /**
     * The rows that one of the two versions has and the other has not; true for those of
     * the first.
     */
    Map<Boolean, List<ListedDomain>> rowsOfOne(long from, long to) {
        return this.jdbc.sql("""
                with e as (select *, from_version <= :from and coalesce(to_version > :from, true) as before,
                    from_version <= :to and coalesce(to_version > :to, true) as after from domain_list_entry
                    where from_version > :least and from_version <= :most
                        or to_version > :least and to_version <= :most)
                select * from e where before <> after""")
            .param("least", Math.min(from, to))
            .param("most", Math.max(from, to))
            .param("from", from)
            .param("to", to)
            .query((row, index) -> Map.entry(row.getBoolean("before"), listed(row, index)))
            .list()
            .stream()
            .collect(Collectors.partitioningBy(Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    void insert(DomainListVersion version, CaseNumber caseNumber) {
        this.jdbc.sql("""
                insert into domain_list_version (number, published_at, case_number, domains, sha256)
                values (?, ?, ?, ?, ?)""")
            .params(version.number(), version.publishedAt().atOffset(ZoneOffset.UTC), caseNumber.value(),
                    version.domains(), version.sha256())
            .update();
    }

    void close(Collection<DomainName> domains, long number) {
        this.batches.batchUpdate("update domain_list_entry set to_version = ? where domain = ? and to_version is null",
                domains, 1000, (statement, domain) -> {
                    statement.setLong(1, number);
                    statement.setString(2, domain.ascii());
                });
    }

    void insert(Collection<ListedDomain> rows, long number) {
        this.batches.batchUpdate("""
                insert into domain_list_entry (domain, organisation, organisation_number, enrolled_on,
                    inbound_enforcement, from_version) values (?, ?, ?, ?, ?, ?)""", rows, 1000, (statement, row) -> {
            statement.setString(1, row.domain().ascii());
            statement.setString(2, row.organisation());
            statement.setString(3, row.number().isEmpty() ? null : row.number());
            statement.setObject(4, row.enrolledOn());
            statement.setBoolean(5, row.inboundEnforcement());
            statement.setLong(6, number);
        });
    }

    private static DomainListVersion version(ResultSet row, int index) throws SQLException {
        return new DomainListVersion(row.getLong("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(), row.getInt("domains"),
                row.getString("sha256"));
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(listed(row, index), row.getLong("from_version"), row.getObject("to_version") == null);
    }

    private static ListedDomain listed(ResultSet row, int index) throws SQLException {
        String number = row.getString("organisation_number");
        return new ListedDomain(row.getString("organisation"), (number != null) ? new OrganisationNumber(number) : null,
                new DomainName(row.getString("domain")), row.getObject("enrolled_on", LocalDate.class),
                row.getBoolean("inbound_enforcement"));
    }

    /** A row with the version that brought it. */
    record Entry(ListedDomain row, long fromVersion, boolean current) {
    }

}
