package no.bits.tls.review;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The reviews, by case number. */
interface ReviewRepository extends Repository<QuarterlyReview, Long> {

    QuarterlyReview save(QuarterlyReview review);

    Optional<QuarterlyReview> findById(long id);

    Optional<QuarterlyReview> findByCaseNumber(String caseNumber);

    List<QuarterlyReview> findByParticipantIdOrderById(long participantId);

}
