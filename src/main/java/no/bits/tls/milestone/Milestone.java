package no.bits.tls.milestone;

import java.time.Instant;
import java.time.LocalDate;

import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The day on which a newly listed participant is asked to enforce TLS on what comes in.
 * Its life: open from the listing, since a participant may answer at any time; answered,
 * on the page, by a mail that a person read or by telephone. <em>Done</em> and <em>not
 * able</em> close it, <em>more time</em> opens it again with a new day, and staff may
 * close it without an answer.
 *
 * @param caseNumber the case, see {@link CaseNumber}
 * @param enrolmentCase the enrolment whose domains it is about
 * @param participantId whose domains they are
 * @param dueOn the day, a working day
 * @param askedOn the day on which the question was sent last
 * @param round 1 for the first day, one more with each new day
 * @param extended whether the participant itself has asked for more time already
 * @param answer what was answered last
 * @param means how it was answered
 * @param words the reason, in the words of who answered; may be empty
 * @param newDate the day that was asked for with the last answer
 * @param mayTest whether Bits may prove by connecting that TLS is enforced
 * @param listVersion the version of the Domain List that the answer is about
 */
@Table("milestone")
record Milestone(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, String enrolmentCase,
        long participantId, LocalDate dueOn, @Nullable LocalDate askedOn, int round, State state, boolean extended,
        @Nullable MilestoneAnswer answer, @Nullable Means means, String words, @Nullable LocalDate newDate,
        boolean mayTest, @Nullable Long listVersion, @Nullable Instant answeredAt) {

    static Milestone planned(CaseNumber caseNumber, CaseNumber enrolment, long participantId, LocalDate dueOn) {
        return new Milestone(null, null, caseNumber.value(), enrolment.value(), participantId, dueOn, null, 1,
                State.OPEN, false, null, null, "", null, false, null, null);
    }

    CaseNumber number() {
        return new CaseNumber(this.caseNumber);
    }

    CaseNumber enrolment() {
        return new CaseNumber(this.enrolmentCase);
    }

    /** Whether an answer is wanted. */
    public boolean isOpen() {
        return this.state == State.OPEN;
    }

    /** Whether a new day was agreed on and has not come yet. */
    public boolean isPutOff() {
        return this.state == State.OPEN && this.round > 1 && this.askedOn == null;
    }

    Milestone asked(LocalDate today) {
        return with(this.state, this.dueOn, today, this.round);
    }

    Milestone answered(GivenAnswer given, Instant at) {
        return new Milestone(this.id, this.version, this.caseNumber, this.enrolmentCase, this.participantId, this.dueOn,
                this.askedOn, this.round, State.ANSWERED, this.extended || given.isExtension(), given.answer(),
                given.means(), given.words(), given.newDate(), given.mayTest(), given.listVersion(), at);
    }

    Milestone asksAgain() {
        return with(State.OPEN, (this.newDate != null) ? this.newDate : this.dueOn, null, this.round + 1);
    }

    Milestone closed() {
        return with(State.CLOSED, this.dueOn, this.askedOn, this.round);
    }

    private Milestone with(State state, LocalDate dueOn, @Nullable LocalDate askedOn, int round) {
        return new Milestone(this.id, this.version, this.caseNumber, this.enrolmentCase, this.participantId, dueOn,
                askedOn, round, state, this.extended, this.answer, this.means, this.words, this.newDate, this.mayTest,
                this.listVersion, this.answeredAt);
    }

    /** How far it has come. */
    enum State {

        /** An answer is wanted, or will be. */
        OPEN,

        /** Answered, and the answer is being acted upon. */
        ANSWERED,

        /** Nothing more is to be done. */
        CLOSED

    }

}
