package no.bits.tls.workflow;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody asked for a case that we do not have, or that is of another kind. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class UnknownCase extends RuntimeException {

    private UnknownCase(String message) {
        super(message);
    }

    /**
     * The case is not there.
     * @param kind what it should have been, for example {@code enrolment}
     * @param caseNumber the number asked for
     * @return the exception to throw
     */
    public static UnknownCase of(String kind, CaseNumber caseNumber) {
        return new UnknownCase("There is no %s with the number %s".formatted(kind, caseNumber));
    }

}
