package no.bits.tls.enquiry;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The enquiries, by case number. */
interface EnquiryRepository extends Repository<Enquiry, Long> {

    Enquiry save(Enquiry enquiry);

    Optional<Enquiry> findByCaseNumber(String caseNumber);

}
