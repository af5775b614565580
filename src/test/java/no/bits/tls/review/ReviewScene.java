package no.bits.tls.review;

import java.util.List;
import java.util.Optional;

import jakarta.mail.internet.MimeMessage;
import no.bits.tls.Letters;
import no.bits.tls.ParticipantScene;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.participant.Participant;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static no.bits.tls.Patience.await;

/** A bank that was listed some time ago, and quarters that begin. */
abstract class ReviewScene extends ParticipantScene {

    @Autowired
    ReviewRepository repository;

    @Autowired
    ReviewFollowUp followUp;

    @Autowired
    Reviews reviews;

    @Autowired
    JdbcClient jdbc;

    /** Another test may have moved the clock over the beginning of a quarter. */
    @BeforeEach
    void noCampaignIsUnderWay() {
        await().until(() -> this.jdbc
            .sql("select not exists (select from review_campaign where finished_at is null and quarter <= ?)")
            .param(Quarter.of(OsloTime.today(this.clock)).toString())
            .query(Boolean.class)
            .single());
    }

    /**
     * Moves the clock to the first morning of the next quarter, and waits for all of it.
     */
    Quarter nextQuarter() {
        Quarter quarter = Quarter.of(OsloTime.today(this.clock)).next();
        awaitCampaign(quarter, "planned");
        travelTo(quarter.firstWorkingDay());
        awaitCampaign(quarter, "finished");
        return quarter;
    }

    private void awaitCampaign(Quarter quarter, String state) {
        await().until(() -> this.jdbc
            .sql("select exists (select from review_campaign where quarter = ? and (finished_at is not null or ?))")
            .params(quarter.toString(), state.equals("planned"))
            .query(Boolean.class)
            .single());
    }

    Participant listedLongAgo() {
        return this.listed.list(OsloTime.today(this.clock).minusMonths(7));
    }

    List<QuarterlyReview> reviewsOf(Participant participant) {
        return this.repository.findByParticipantIdOrderById(participant.id());
    }

    QuarterlyReview newestOf(Participant participant) {
        List<QuarterlyReview> all = reviewsOf(participant);
        return all.get(all.size() - 1);
    }

    List<MimeMessage> mailsToTechnicalContact(Participant participant, String subject) {
        return Letters.about(subject, this.mail.mailsTo(participant.technicalEmail().value()));
    }

    Optional<Task> task(Participant participant) {
        return task(newestOf(participant).caseNumber(), ReviewProcess.FOLLOW_UP);
    }

    void awaitFollowUp(Participant participant) {
        awaitClaimed(newestOf(participant).caseNumber(), ReviewProcess.FOLLOW_UP);
    }

    void awaitEnd(QuarterlyReview review, String end) {
        awaitEnd(review.caseNumber(), end);
    }

    List<String> passed(QuarterlyReview review) {
        return passed(review.caseNumber());
    }

}
