package no.bits.tls.drift;

import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** The domains that are watched. */
interface WatchedDomainRepository extends Repository<WatchedDomain, Long> {

    WatchedDomain save(WatchedDomain domain);

    void delete(WatchedDomain domain);

    /** One at a time looks at a domain's state. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<WatchedDomain> findByDomain(DomainName domain);

    /**
     * Watches some of the listed domains that nobody watches yet.
     * @param most how many
     * @return these domains
     */
    @Query("""
            insert into watched_domain (domain, passed)
                select domain, true from participant_domain as listed
                where state <> 'LEFT'
                    and not exists (select from watched_domain as watched where watched.domain = listed.domain)
                order by domain limit :most
            on conflict (domain) do nothing returning domain""")
    List<String> watchListed(int most);

}
