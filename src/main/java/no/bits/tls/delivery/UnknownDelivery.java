package no.bits.tls.delivery;

import no.bits.tls.workflow.CaseNumber;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody asked for an undelivered mail that we do not have. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class UnknownDelivery extends RuntimeException {

    private UnknownDelivery(String message) {
        super(message);
    }

    static UnknownDelivery withNumber(CaseNumber caseNumber) {
        return new UnknownDelivery("There is no undelivered mail with the number %s".formatted(caseNumber));
    }

}
