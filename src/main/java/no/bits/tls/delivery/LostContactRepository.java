package no.bits.tls.delivery;

import java.util.Optional;

import no.bits.tls.identifier.EmailAddress;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The lost contacts, by case number and by address. */
interface LostContactRepository extends Repository<LostContact, Long> {

    LostContact save(LostContact contact);

    Optional<LostContact> findByCaseNumber(String caseNumber);

    @Query("select * from lost_contact where lower(address) = lower(:address) and outcome is null")
    Optional<LostContact> findOpen(EmailAddress address);

}
