package no.bits.tls.enrolment;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody asked for an enrolment that we do not have. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class UnknownEnrolment extends RuntimeException {

    private UnknownEnrolment(String message) {
        super(message);
    }

    static UnknownEnrolment withNumber(CaseNumber caseNumber) {
        return new UnknownEnrolment("There is no enrolment with the number %s".formatted(caseNumber));
    }

}
