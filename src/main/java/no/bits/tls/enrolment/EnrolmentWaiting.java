package no.bits.tls.enrolment;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.UnknownCase;
import no.bits.tls.workflow.WaitingCases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do while the applicant is to answer: look at what was asked, and review the
 * case after all when they hear the answer otherwise.
 */
@Service
@Transactional
class EnrolmentWaiting {

    private final EnrolmentRepository repository;

    private final WaitingCases waiting;

    EnrolmentWaiting(EnrolmentRepository repository, WaitingCases waiting) {
        this.repository = repository;
        this.waiting = waiting;
    }

    /**
     * The answer that a case waits for.
     * @throws UnknownCase if it waits for none
     */
    AwaitedAnswer awaited(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .filter((enrolment) -> enrolment.state() == EnrolmentState.AWAITING_ANSWER)
            .map(AwaitedAnswer::of)
            .orElseThrow(() -> UnknownCase.of("enrolment that waits for an answer", caseNumber));
    }

    /**
     * Takes a case back to its review.
     * @param reason why, in the person's own words
     */
    void takeBack(CaseNumber caseNumber, String user, String reason) {
        this.waiting.takeBack(caseNumber, EnrolmentProcess.AWAIT_APPLICANT, user, reason);
        Enrolment enrolment = this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("enrolment", caseNumber));
        this.repository.save(enrolment.takenBack());
    }

}
