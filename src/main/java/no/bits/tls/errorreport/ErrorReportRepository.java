package no.bits.tls.errorreport;

import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The error reports, by case number and by what they are about. */
interface ErrorReportRepository extends Repository<ErrorReport, Long> {

    /** Lets one transaction at a time open or join reports; readers are not held up. */
    @Modifying
    @Query("lock table error_report in share row exclusive mode")
    void lock();

    ErrorReport save(ErrorReport report);

    Optional<ErrorReport> findByCaseNumber(String caseNumber);

    List<ErrorReport> findByEndedAtIsNullOrderById();

    @Query("""
            select * from error_report where ended_at is null
                and id in (select error_report from complaint where domain = :domain) order by id""")
    List<ErrorReport> findOpenAbout(DomainName domain);

    @Query("""
            select * from error_report where state <> 'JOINED' and case_number <> :but
                and id in (select error_report from complaint where domain = any(:domains))
            order by id desc limit 20""")
    List<ErrorReport> findAbout(String[] domains, String but);

}
