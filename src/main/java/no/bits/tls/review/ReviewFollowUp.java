package no.bits.tls.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailGuess;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do about a review that nobody confirmed, or answered in a mail; a decision
 * and the engine's step are one transaction.
 */
@Service
@Transactional
class ReviewFollowUp {

    private static final Pattern CONFIRMING = Pattern
        .compile("bekreft\\w*|oppdatert|\\bferdig\\w*|lagt inn|gjennomført|på plass|\\bconfirm\\w*|updated|\\bdone\\b"
                + "|completed|versjon \\d+|version \\d+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Reviews reviews;

    private final ReviewRepository repository;

    private final ReviewProcess process;

    private final Decisions decisions;

    private final DomainList domainList;

    private final Inbox inbox;

    private final Clock clock;

    ReviewFollowUp(Reviews reviews, ReviewRepository repository, ReviewProcess process, Decisions decisions,
            DomainList domainList, Inbox inbox, Clock clock) {
        this.reviews = reviews;
        this.repository = repository;
        this.process = process;
        this.decisions = decisions;
        this.domainList = domainList;
        this.inbox = inbox;
        this.clock = clock;
    }

    ReviewSheet sheet(CaseNumber caseNumber) {
        QuarterlyReview review = this.reviews.get(caseNumber);
        List<IncomingMail> mails = this.inbox.mailsOf(caseNumber);
        List<String> signs = mails.isEmpty() ? List.of() : MailGuess.wordsIn(mails.get(mails.size() - 1), CONFIRMING);
        return ReviewSheet.of(review, this.reviews.participantOf(review), this.domainList.latest().number(),
                this.reviews.isOverdue(review), !mails.isEmpty(), signs,
                this.repository.findByParticipantIdOrderById(review.participantId()));
    }

    /** The reviews of a participant, oldest first. */
    List<Asked> of(long participantId) {
        return this.repository.findByParticipantIdOrderById(participantId)
            .stream()
            .map((review) -> new Asked(review.caseNumber(), review.quarter(), review.state()))
            .toList();
    }

    /** Brings the follow-up forward, since the participant has called. */
    void begin(CaseNumber caseNumber) {
        QuarterlyReview review = this.reviews.get(caseNumber);
        if (!review.isOpen()) {
            throw ReviewRefused.notOpen(review);
        }
        this.process.replied(caseNumber);
    }

    /**
     * Records what a participant confirmed on the telephone or in a mail.
     * @param version the version that it has in its mail server
     * @param means telephone or mail
     * @param words who said what
     */
    void confirm(CaseNumber caseNumber, String user, @Nullable Long version, @Nullable Means means, String words) {
        if (means != Means.PHONE && means != Means.REPLY) {
            throw ReviewRefused.withoutMeans();
        }
        long newest = this.domainList.latest().number();
        long confirmed = Optional.ofNullable(version)
            .filter((number) -> number >= 1 && number <= newest)
            .orElseThrow(() -> ReviewRefused.withoutVersion(newest));
        QuarterlyReview review = open(caseNumber, words);
        decide(review.answered(confirmed, means, this.clock.instant()), user, ReviewOutcome.CONFIRMED, words);
    }

    /**
     * Asks again on another day.
     * @param date the day, moved forward to a working day
     * @param words what the participant is told about it
     */
    void askAgain(CaseNumber caseNumber, String user, @Nullable LocalDate date, String words) {
        LocalDate day = Optional.ofNullable(date)
            .filter((one) -> one.isAfter(OsloTime.today(this.clock)))
            .orElseThrow(ReviewRefused::withoutDate);
        QuarterlyReview review = open(caseNumber, words);
        decide(review.askedAgain(WorkingDays.forward(day), words.strip()), user, ReviewOutcome.ASK_AGAIN, words);
    }

    void stopAsking(CaseNumber caseNumber, String user, String reason) {
        decide(open(caseNumber, reason).missed(), user, ReviewOutcome.NONE, reason);
    }

    private void decide(QuarterlyReview decided, String user, ReviewOutcome outcome, String words) {
        String task = this.process.claimedFollowUp(decided.number(), user);
        this.repository.save(decided);
        this.decisions.record(decided.number(), task, outcome, words.strip(), user);
        this.process.followedUp(task, user, outcome);
    }

    private QuarterlyReview open(CaseNumber caseNumber, String words) {
        QuarterlyReview review = this.reviews.get(caseNumber);
        if (!review.isOpen()) {
            throw ReviewRefused.notOpen(review);
        }
        if (words.isBlank()) {
            throw ReviewRefused.withoutWords();
        }
        return review;
    }

    /** A review in a few words. */
    record Asked(String caseNumber, String quarter, QuarterlyReview.State state) {
    }

}
