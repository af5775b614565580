package no.bits.tls.review;

import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailHandler;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts what participants write about their review before a person. */
@Component
@Order(210)
class ReviewReplies implements MailHandler {

    private final Reviews reviews;

    ReviewReplies(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String kind() {
        return "quarterlyReview";
    }

    @Override
    public boolean opensCases() {
        return false;
    }

    @Override
    public boolean resume(CaseNumber caseNumber, IncomingMail mail) {
        return this.reviews.replied(caseNumber);
    }

}
