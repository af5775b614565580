package no.bits.tls.review;

import java.time.Instant;
import java.time.LocalDate;

import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One participant's review of one quarter (requirement 5.3.1). Its life: opened by the
 * campaign on the first working day; answered on the page, in a mail that a person read,
 * or by telephone, and then confirmed; missed when staff give up or the next quarter
 * begins.
 *
 * @param caseNumber the case, see {@link CaseNumber}
 * @param participantId who is asked
 * @param quarter for example {@code 2027-Q1}
 * @param askedOn the day on which it was asked last
 * @param round 1 for the first time, one more each time that staff agree to ask again
 * @param means how it was confirmed
 * @param words what staff told the participant when they last agreed to ask again
 * @param listVersion the version of the Domain List that was confirmed
 */
@Table("quarterly_review")
record QuarterlyReview(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, long participantId,
        String quarter, LocalDate askedOn, int round, State state, @Nullable Means means, String words,
        @Nullable Long listVersion, @Nullable Instant answeredAt) {

    CaseNumber number() {
        return new CaseNumber(this.caseNumber);
    }

    /** Whether a confirmation is wanted. */
    public boolean isOpen() {
        return this.state == State.OPEN;
    }

    QuarterlyReview answered(long listVersion, Means means, Instant at) {
        return new QuarterlyReview(this.id, this.version, this.caseNumber, this.participantId, this.quarter,
                this.askedOn, this.round, State.ANSWERED, means, this.words, listVersion, at);
    }

    QuarterlyReview confirmed() {
        return with(State.CONFIRMED);
    }

    QuarterlyReview missed() {
        return with(State.MISSED);
    }

    QuarterlyReview askedAgain(LocalDate on, String words) {
        return new QuarterlyReview(this.id, this.version, this.caseNumber, this.participantId, this.quarter, on,
                this.round + 1, this.state, this.means, words, this.listVersion, this.answeredAt);
    }

    private QuarterlyReview with(State state) {
        return new QuarterlyReview(this.id, this.version, this.caseNumber, this.participantId, this.quarter,
                this.askedOn, this.round, state, this.means, this.words, this.listVersion, this.answeredAt);
    }

    /** How far it has come. */
    enum State {

        /** A confirmation is wanted. */
        OPEN,

        /** Confirmed, and the confirmation is being recorded. */
        ANSWERED,

        /** The ledger has it. */
        CONFIRMED,

        /** Nobody confirmed it. */
        MISSED

    }

}
