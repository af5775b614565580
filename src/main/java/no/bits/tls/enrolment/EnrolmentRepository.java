package no.bits.tls.enrolment;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The enrolments, by case number. */
interface EnrolmentRepository extends Repository<Enrolment, Long> {

    Enrolment save(Enrolment enrolment);

    Optional<Enrolment> findByCaseNumber(String caseNumber);

}
