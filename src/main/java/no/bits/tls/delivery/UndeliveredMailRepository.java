package no.bits.tls.delivery;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** The mails that did not arrive, by case number. */
interface UndeliveredMailRepository extends Repository<UndeliveredMail, Long> {

    UndeliveredMail save(UndeliveredMail mail);

    Optional<UndeliveredMail> findByCaseNumber(String caseNumber);

    Optional<UndeliveredMail> findFirstByOutboundMailIdAndRemedyIsNull(UUID mail);

}
