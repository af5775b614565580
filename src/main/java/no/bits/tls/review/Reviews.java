package no.bits.tls.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import no.bits.tls.calendar.Deadlines;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.Quarter;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.changepack.Ledger;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.UnknownCase;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks a participant each quarter whether its mail server has the Domain List: the verbs
 * of the review process. Each may be asked again after a crash and then changes nothing.
 */
@Service
@Transactional
class Reviews {

    private final ReviewRepository repository;

    private final JdbcTemplate batches;

    private final ReviewProcess process;

    private final ReviewLetters letters;

    private final CaseNumbers caseNumbers;

    private final Participants participants;

    private final Ledger ledger;

    private final ReviewSettings settings;

    private final Clock clock;

    Reviews(ReviewRepository repository, JdbcTemplate batches, ReviewProcess process, ReviewLetters letters,
            CaseNumbers caseNumbers, Participants participants, Ledger ledger, ReviewSettings settings, Clock clock) {
        this.repository = repository;
        this.batches = batches;
        this.process = process;
        this.letters = letters;
        this.caseNumbers = caseNumbers;
        this.participants = participants;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    void open(String quarter, LocalDate today, List<Candidate> candidates) {
        List<Opening> openings = openings(candidates);
        this.batches.batchUpdate("""
                insert into quarterly_review
                    (version, case_number, participant_id, quarter, asked_on, round, state, words)
                values (0, ?, ?, ?, ?, 1, 'OPEN', '')""", openings, Math.max(1, openings.size()),
                (statement, opening) -> {
                    statement.setString(1, opening.caseNumber().value());
                    statement.setLong(2, opening.candidate().participantId());
                    statement.setString(3, quarter);
                    statement.setObject(4, today);
                });
        openings.forEach((opening) -> this.process.open(opening.caseNumber(), opening.candidate().organisation(),
                opening.candidate().summary()));
    }

    Instant sendChangePack(CaseNumber caseNumber) {
        QuarterlyReview review = get(caseNumber);
        if (this.clock.instant().isBefore(endOf(caseNumber))) {
            this.letters.changePack(review, participantOf(review));
        }
        return Deadlines.reminder(review.askedOn(), this.settings.firstReminderAfter());
    }

    Instant sendFirstReminder(CaseNumber caseNumber) {
        QuarterlyReview review = get(caseNumber);
        this.letters.firstReminder(review, participantOf(review));
        return Deadlines.reminder(review.askedOn(), this.settings.secondReminderAfter());
    }

    Instant sendSecondReminder(CaseNumber caseNumber) {
        QuarterlyReview review = get(caseNumber);
        this.letters.secondReminder(review, participantOf(review));
        return Deadlines.due(review.askedOn(), this.settings.followUpAfter());
    }

    /**
     * Takes the participant's confirmation, given on its page.
     * @param review an open review
     * @param listVersion the version that the page showed
     * @throws no.bits.tls.workflow.CaseElsewhere if the case is between two steps
     */
    void confirm(QuarterlyReview review, long listVersion) {
        this.repository.save(review.answered(listVersion, Means.PAGE, this.clock.instant()));
        this.process.confirmed(review.number());
    }

    /**
     * Has a person read what a participant wrote.
     * @param caseNumber the case that the mail answers
     * @return whether it is a review that waits for a confirmation
     */
    boolean replied(CaseNumber caseNumber) {
        Optional<QuarterlyReview> open = this.repository.findByCaseNumber(caseNumber.value())
            .filter(QuarterlyReview::isOpen);
        open.ifPresent((review) -> this.process.replied(caseNumber));
        return open.isPresent();
    }

    void recordConfirmation(CaseNumber caseNumber) {
        QuarterlyReview review = get(caseNumber);
        if (review.state() == QuarterlyReview.State.ANSWERED) {
            this.ledger.confirm(review.participantId(), Optional.ofNullable(review.listVersion()).orElseThrow(),
                    caseNumber, Optional.ofNullable(review.means()).orElseThrow());
            this.repository.save(review.confirmed());
        }
    }

    void countAsMissed(CaseNumber caseNumber) {
        QuarterlyReview review = get(caseNumber);
        if (review.isOpen()) {
            this.repository.save(review.missed());
        }
    }

    /** When the next quarter begins. */
    Instant endOf(CaseNumber caseNumber) {
        return OsloTime.morningOf(Quarter.parse(get(caseNumber).quarter()).next().firstWorkingDay());
    }

    /** Tells the participant what staff agreed with it, and waits for that day. */
    Instant askAgain(CaseNumber caseNumber) {
        QuarterlyReview review = get(caseNumber);
        this.letters.askingAgain(review, participantOf(review));
        return OsloTime.morningOf(review.askedOn());
    }

    QuarterlyReview get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("review", caseNumber));
    }

    QuarterlyReview get(long id) {
        return this.repository.findById(id).orElseThrow();
    }

    Participant participantOf(QuarterlyReview review) {
        return this.participants.find(review.participantId())
            .orElseThrow(() -> UnknownCase.of("participant", review.number()));
    }

    /** Whether nobody confirmed although both reminders are long gone. */
    boolean isOverdue(QuarterlyReview review) {
        return !this.clock.instant().isBefore(Deadlines.due(review.askedOn(), this.settings.followUpAfter()));
    }

    private List<Opening> openings(List<Candidate> candidates) {
        Iterator<CaseNumber> numbers = this.caseNumbers.next(candidates.size()).iterator();
        return candidates.stream().map((candidate) -> new Opening(numbers.next(), candidate)).toList();
    }

    /** A case that is opened for a participant. */
    private record Opening(CaseNumber caseNumber, Candidate candidate) {
    }

}
