package no.bits.tls.enrolment;

import no.bits.tls.workflow.CaseNumber;

/**
 * An answer came while its case is on its way from one state to the next; it is brought
 * again in a moment.
 */
final class AnswerTooEarly extends RuntimeException {

    private AnswerTooEarly(String message) {
        super(message);
    }

    static AnswerTooEarly whileMoving(CaseNumber caseNumber, EnrolmentState state) {
        return new AnswerTooEarly("Case %s (%s) is between two steps: the answer is tried again in a moment"
            .formatted(caseNumber, state));
    }

}
