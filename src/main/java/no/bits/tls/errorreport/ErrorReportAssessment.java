package no.bits.tls.errorreport;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.domaincheck.Reason;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff find that a report is; a decision and the engine's step are one transaction.
 */
@Service
@Transactional
class ErrorReportAssessment {

    private final ErrorReports reports;

    private final ErrorReportRepository repository;

    private final ErrorReportProcess process;

    private final Parties parties;

    private final DomainChecks checks;

    private final Decisions decisions;

    private final Clock clock;

    ErrorReportAssessment(ErrorReports reports, ErrorReportRepository repository, ErrorReportProcess process,
            Parties parties, DomainChecks checks, Decisions decisions, Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.process = process;
        this.parties = parties;
        this.checks = checks;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * A person has found that it is about another domain; its servers are looked at.
     * @param domain the domain as a person writes it
     */
    void correctDomain(CaseNumber caseNumber, String domain) {
        ErrorReport report = toAssess(caseNumber);
        DomainName found = DomainName.parse(domain).orElseThrow(() -> ErrorReportRefused.noDomain(domain));
        Long participant = this.parties.with(found).map(Participant::id).orElse(null);
        ErrorReport corrected = this.repository.save(report.about(found, participant));
        this.checks.ask(caseNumber, Reason.ERROR_REPORT, corrected.domains());
        this.reports.label(corrected);
    }

    /**
     * Decides what it is.
     * @param assessment what a person found
     * @param words what the person adds to the mail that follows
     * @param other the case to join with, where that is what is to be done
     */
    void decide(CaseNumber caseNumber, String user, Assessment assessment, String words, Optional<CaseNumber> other) {
        ErrorReport report = toAssess(caseNumber);
        if (assessment == Assessment.TELL && report.participants().isEmpty()) {
            throw ErrorReportRefused.nobodyToTell();
        }
        if ((assessment.isAnswer() || assessment == Assessment.ASK) && report.reporters().isEmpty()) {
            throw ErrorReportRefused.nobodyToAnswer();
        }
        String task = this.process.claimed(caseNumber, ErrorReportProcess.ASSESS, user);
        if (assessment == Assessment.JOIN) {
            join(report, other.orElseThrow(ErrorReportRefused::withoutCase), words);
        }
        else if (assessment.isAnswer()) {
            this.repository.save(report.ended(assessment.state(), words.strip(), this.clock.instant()));
        }
        else {
            this.repository.save(report.decided(assessment.state(), words.strip()));
        }
        this.decisions.record(caseNumber, task, assessment, words.strip(), user);
        this.process.assessed(task, user, assessment);
    }

    /** Whoever reported it here hears of it from now on in the other case. */
    private void join(ErrorReport report, CaseNumber number, String words) {
        ErrorReport other = this.repository.findByCaseNumber(number.value())
            .filter((found) -> found.isOpen() && !found.number().equals(report.number()))
            .orElseThrow(() -> ErrorReportRefused.notToJoin(number));
        Collection<Complaint> complaints = List.copyOf(report.complaints());
        ErrorReport joined = this.repository.save(other.with(complaints));
        this.repository.save(report.joined(number, words.strip(), this.clock.instant()));
        if (!other.participants().containsAll(joined.participants())) {
            this.process.replied(number);
        }
        if (!other.domains().containsAll(joined.domains())) {
            this.checks.ask(number, Reason.ERROR_REPORT, joined.domains());
        }
    }

    private ErrorReport toAssess(CaseNumber caseNumber) {
        ErrorReport report = this.reports.get(caseNumber);
        if (!report.isOpen() || report.notices() > 0) {
            throw ErrorReportRefused.notOpen(report);
        }
        return report;
    }

}
