package no.bits.tls.errorreport;

import no.bits.tls.errorreport.ErrorReport.State;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.WaitingCases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do while a participant is to mend something or a reporter to tell more: go
 * on at once when they hear the answer otherwise.
 */
@Service
@Transactional
class ErrorReportWaiting {

    private final ErrorReports reports;

    private final ErrorReportRepository repository;

    private final WaitingCases waiting;

    ErrorReportWaiting(ErrorReports reports, ErrorReportRepository repository, WaitingCases waiting) {
        this.reports = reports;
        this.repository = repository;
        this.waiting = waiting;
    }

    /**
     * Takes a case back: to be assessed where its reporter was asked, to be followed up
     * where its participants were told.
     * @param reason why, in the person's own words
     */
    void takeBack(CaseNumber caseNumber, String user, String reason) {
        ErrorReport report = this.reports.get(caseNumber);
        boolean asked = report.state() == State.ASKED;
        this.waiting.takeBack(caseNumber, asked ? ErrorReportProcess.AWAIT_DETAILS : ErrorReportProcess.AWAIT_MENDING,
                user, reason);
        if (asked) {
            this.repository.save(report.toAssess());
        }
    }

}
