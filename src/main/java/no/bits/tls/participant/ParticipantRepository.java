package no.bits.tls.participant;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.identifier.OrganisationNumber;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The participants in the database. */
interface ParticipantRepository extends Repository<Participant, Long> {

    /** Lets one transaction at a time enrol; readers are not held up. */
    @Modifying
    @Query("lock table participant in share row exclusive mode")
    void lock();

    Participant save(Participant participant);

    Optional<Participant> findById(long id);

    Optional<Participant> findByOrganisationNumber(OrganisationNumber organisationNumber);

    @Query("select * from participant where organisation_number is null and lower(organisation) = lower(:organisation)")
    Optional<Participant> findWithoutNumber(String organisation);

    @Query("""
            select * from participant where id in
                (select participant_id from participant_domain where domain = :domain and state <> 'LEFT')""")
    Optional<Participant> findByDomain(DomainName domain);

    @Query("""
            select * from participant where id in
                (select participant_id from participant_domain where case_number = :caseNumber)""")
    Optional<Participant> findByCase(String caseNumber);

    @Query("""
            select * from participant
            where lower(administrator_email) = lower(:address) or lower(technical_email) = lower(:address)
            order by organisation, id""")
    List<Participant> findByContact(EmailAddress address);

    @Query("""
            select * from participant where organisation ilike :pattern or organisation_number = :words
                or id in (select participant_id from participant_domain where domain ilike :pattern)
            order by organisation, id limit :most""")
    List<Participant> findBySaying(String words, String pattern, int most);

    @Modifying
    @Query("""
            insert into participant_tls_failure
                (participant_id, domain, noticed_at, outbound_mail_id, status, said)
            values (:participant, :domain, :at, :mail, :status, :said)""")
    void addTlsFailure(long participant, DomainName domain, OffsetDateTime at, UUID mail, String status, String said);

    @Query("""
            select domain, noticed_at, outbound_mail_id, status, said from participant_tls_failure
            where participant_id = :participant order by noticed_at desc, id desc limit 50""")
    List<TlsFailure> findTlsFailures(long participant);

}
