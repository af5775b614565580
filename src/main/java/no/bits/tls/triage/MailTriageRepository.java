package no.bits.tls.triage;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The mails that wait or waited to be sorted, by case number. */
interface MailTriageRepository extends Repository<MailTriage, Long> {

    MailTriage save(MailTriage triage);

    Optional<MailTriage> findByCaseNumber(String caseNumber);

    Optional<MailTriage> findFirstByMailIdAndSortingIsNull(long mailId);

}
