package no.bits.tls.milestone;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The milestones, by case number. */
interface MilestoneRepository extends Repository<Milestone, Long> {

    Milestone save(Milestone milestone);

    Optional<Milestone> findById(long id);

    Optional<Milestone> findByCaseNumber(String caseNumber);

    Optional<Milestone> findByEnrolmentCase(String enrolmentCase);

    List<Milestone> findByParticipantIdOrderById(long participantId);

}
