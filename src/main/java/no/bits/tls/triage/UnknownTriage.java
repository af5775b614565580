package no.bits.tls.triage;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody asked for a mail to sort that we do not have. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class UnknownTriage extends RuntimeException {

    private UnknownTriage(String message) {
        super(message);
    }

    static UnknownTriage withNumber(CaseNumber caseNumber) {
        return new UnknownTriage("There is no mail to sort with the number %s".formatted(caseNumber));
    }

}
