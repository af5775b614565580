package no.bits.tls.review;

import java.time.LocalDate;
import java.util.List;

import no.bits.tls.participant.Participant;

/**
 * All that is known of a review, for {@code forms/followUpReview.html}.
 *
 * @param newestVersion the newest version of the Domain List
 * @param overdue whether both reminders are long gone
 * @param replied whether the participant wrote a mail
 * @param signs what in its newest mail speaks for a confirmation, in sentences
 * @param missed the earlier quarters that it missed
 */
record ReviewSheet(String caseNumber, long participantId, String organisation, String quarter, LocalDate askedOn,
        int round, long newestVersion, boolean overdue, boolean replied, List<String> signs, List<String> missed) {

    static ReviewSheet of(QuarterlyReview review, Participant participant, long newestVersion, boolean overdue,
            boolean replied, List<String> signs, List<QuarterlyReview> all) {
        return new ReviewSheet(review.caseNumber(), participant.id(), participant.organisation(), review.quarter(),
                review.askedOn(), review.round(), newestVersion, overdue, replied, signs,
                all.stream()
                    .filter((one) -> one.state() == QuarterlyReview.State.MISSED)
                    .map(QuarterlyReview::quarter)
                    .toList());
    }

}
