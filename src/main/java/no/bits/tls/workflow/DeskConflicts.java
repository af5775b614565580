package no.bits.tls.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers staff whose deed does not fit the case as it stands, or who did something about
 * it at the same moment as somebody else.
 */
@RestControllerAdvice
class DeskConflicts {

    @ExceptionHandler
    ProblemDetail refused(CaseRefused refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.in(DeskLanguage.ofReader()));
    }

    @ExceptionHandler({ OptimisticLockingFailureException.class, OptimisticLockingException.class })
    ProblemDetail changedMeanwhile() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                DeskLanguage.ofReader()
                    .of("Noen andre endret saken akkurat nå. Last oppgaven på nytt og se hva som står der.",
                            "Somebody else has just changed the case. Load the task again and see what it says."));
    }

}
