package no.bits.tls.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Two people, or one who clicked twice, did something about a case at the same moment.
 */
@RestControllerAdvice
class DeskConflicts {

    @ExceptionHandler({ OptimisticLockingFailureException.class, OptimisticLockingException.class })
    ProblemDetail changedMeanwhile() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                "Noen andre endret saken akkurat nå. Last oppgaven på nytt og se hva som står der.");
    }

}
