package no.bits.tls.errorreport;

import java.time.Clock;

import no.bits.tls.errorreport.ErrorReport.State;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do once the participants were told: when something was answered, when the
 * servers pass again, when nobody mends them.
 */
@Service
@Transactional
class ErrorReportFollowUp {

    private final ErrorReports reports;

    private final ErrorReportRepository repository;

    private final ErrorReportProcess process;

    private final ErrorPursuit pursuit;

    private final Decisions decisions;

    private final Clock clock;

    ErrorReportFollowUp(ErrorReports reports, ErrorReportRepository repository, ErrorReportProcess process,
            ErrorPursuit pursuit, Decisions decisions, Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.process = process;
        this.pursuit = pursuit;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Decides how to go on.
     * @param next what a person wants
     * @param words what the person adds to the mails that follow, and why it is so
     */
    void decide(CaseNumber caseNumber, String user, Pursuit next, String words) {
        ErrorReport report = this.reports.get(caseNumber);
        if (!report.isOpen()) {
            throw ErrorReportRefused.notOpen(report);
        }
        if (next == Pursuit.GIVE_UP && words.isBlank()) {
            throw ErrorReportRefused.withoutWords();
        }
        if (next == Pursuit.LEAVE && !this.pursuit.mayLeave(report)) {
            throw ErrorReportRefused.nothingFails();
        }
        String task = this.process.claimed(caseNumber, this.process.pursuing(caseNumber), user);
        this.repository.save(decided(report, next, words.strip()));
        this.decisions.record(caseNumber, task, next, words.strip(), user);
        boolean goesOnLeaving = next == Pursuit.WAIT && report.state() == State.LEAVING;
        this.process.decided(task, user, goesOnLeaving ? Pursuit.LEAVE : next);
    }

    private ErrorReport decided(ErrorReport report, Pursuit next, String words) {
        return switch (next) {
            case WAIT -> report;
            case TELL_AGAIN -> this.pursuit.stay(report).decided(State.PURSUED, words);
            case LEAVE -> report.decided(State.LEAVING, words);
            case SOLVED -> this.pursuit.stay(report).ended(State.SOLVED, words, this.clock.instant());
            case GIVE_UP -> this.pursuit.stay(report).ended(State.UNSOLVED, words, this.clock.instant());
        };
    }

}
