package no.bits.tls.enquiry;

import java.time.Instant;

import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something that somebody asks or reports. Its life: opened when a person has said what a
 * mail is about, answered or closed by a person, and open again whenever its sender
 * writes again.
 *
 * @param mailId the mail that opened it
 * @param sender who asks, where it has an address that can be answered
 * @param answers how many answers went out
 * @param answer the newest answer, in the words of staff
 */
@Table("enquiry")
record Enquiry(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, Topic topic, long mailId,
        @Nullable String sender, State state, int answers, String answer, Instant openedAt) {

    static Enquiry opened(CaseNumber caseNumber, Topic topic, long mailId, @Nullable String sender, Instant at) {
        return new Enquiry(null, null, caseNumber.value(), topic, mailId, sender, State.OPEN, 0, "", at);
    }

    Enquiry answered(String words) {
        return with(State.ANSWERED, this.answers + 1, words);
    }

    Enquiry closed() {
        return with(State.CLOSED, this.answers, this.answer);
    }

    Enquiry reopened() {
        return with(State.OPEN, this.answers, this.answer);
    }

    boolean isOpen() {
        return this.state == State.OPEN;
    }

    private Enquiry with(State newState, int newAnswers, String newAnswer) {
        return new Enquiry(this.id, this.version, this.caseNumber, this.topic, this.mailId, this.sender, newState,
                newAnswers, newAnswer, this.openedAt);
    }

    /** How far it has come. */
    enum State {

        /** A person has to answer. */
        OPEN,

        /** A person answered. */
        ANSWERED,

        /** A person found that no answer is needed. */
        CLOSED

    }

}
