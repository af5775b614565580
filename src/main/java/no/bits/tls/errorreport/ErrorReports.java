package no.bits.tls.errorreport;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import no.bits.tls.calendar.Deadlines;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.domaincheck.Reason;
import no.bits.tls.evidence.Cause;
import no.bits.tls.evidence.Evidence;
import no.bits.tls.evidence.Failure;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.UnknownCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what people report, joins what is about one mail server, and answers who
 * reported it: the first verbs of the process. Each may be asked again after a crash and
 * then changes nothing.
 */
@Service
@Transactional
class ErrorReports {

    private final ErrorReportRepository repository;

    private final ErrorReportProcess process;

    private final ErrorReportLetters letters;

    private final MailEvidence evidence;

    private final Parties parties;

    private final CaseNumbers caseNumbers;

    private final DomainChecks checks;

    private final ErrorReportSettings settings;

    private final Clock clock;

    ErrorReports(ErrorReportRepository repository, ErrorReportProcess process, ErrorReportLetters letters,
            MailEvidence evidence, Parties parties, CaseNumbers caseNumbers, DomainChecks checks,
            ErrorReportSettings settings, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.letters = letters;
        this.evidence = evidence;
        this.parties = parties;
        this.caseNumbers = caseNumbers;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a case for what a mail reports, or joins it with the open one about the same
     * domain or server.
     * @return the case that has it now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    CaseNumber receive(IncomingMail mail) {
        Evidence told = this.evidence.of(mail);
        this.repository.lock();
        CaseNumber fresh = this.caseNumbers.next();
        List<Complaint> complaints = this.parties.complaints(fresh, mail, told);
        return this.repository.findByEndedAtIsNullOrderById()
            .stream()
            .filter((open) -> mayBeOfTls(open.cause()) && mayBeOfTls(cause(told)) && open.isLike(complaints))
            .findFirst()
            .map((open) -> join(open, mail, told))
            .orElseGet(() -> open(fresh, complaints, told));
    }

    /**
     * Has a person read what somebody wrote in a case.
     * @return whether it is an error report that is open
     */
    boolean replied(CaseNumber caseNumber) {
        Optional<ErrorReport> open = current(caseNumber).filter(ErrorReport::isOpen);
        open.ifPresent((report) -> {
            if (report.state() == ErrorReport.State.ASKED) {
                this.repository.save(report.toAssess());
            }
            this.process.replied(report.number());
        });
        return open.isPresent();
    }

    /** Tells who reported it that we have it. */
    void acknowledge(CaseNumber caseNumber) {
        ErrorReport report = get(caseNumber);
        this.letters.received(report, report.reporters(), false);
    }

    /** Answers who reported it, where nobody else needs to do anything. */
    void answer(CaseNumber caseNumber) {
        ErrorReport report = get(caseNumber);
        this.letters.answer(report, passes(report));
    }

    /**
     * Asks the reporter for more.
     * @return when a person looks again
     */
    Instant ask(CaseNumber caseNumber) {
        ErrorReport report = get(caseNumber);
        this.letters.question(report, passes(report));
        return Deadlines.due(OsloTime.today(this.clock), this.settings.answerAfter());
    }

    ErrorReport get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("error report", caseNumber));
    }

    /** Whether we see nothing wrong with the servers ourselves. */
    boolean passes(ErrorReport report) {
        List<DomainReport> seen = seen(report);
        return !seen.isEmpty() && seen.size() == report.domains().size()
                && seen.stream().allMatch(DomainReport::passes);
    }

    /** What we saw last at the servers that it is about. */
    List<DomainReport> seen(ErrorReport report) {
        return report.domains().stream().flatMap((domain) -> this.checks.latest(domain).stream()).toList();
    }

    /** For the task lists. */
    void label(ErrorReport report) {
        this.process.label(report.number(), organisation(report), domain(report));
    }

    private CaseNumber open(CaseNumber caseNumber, List<Complaint> complaints, Evidence told) {
        ErrorReport report = this.repository
            .save(ErrorReport.opened(caseNumber, cause(told), complaints, this.clock.instant()));
        this.process.start(caseNumber, organisation(report), domain(report));
        this.checks.ask(caseNumber, Reason.ERROR_REPORT, report.domains());
        return caseNumber;
    }

    /** What was told of before and is told of again need not be looked at anew. */
    private CaseNumber join(ErrorReport open, IncomingMail mail, Evidence told) {
        List<Complaint> complaints = this.parties.complaints(open.number(), mail, told);
        ErrorReport joined = this.repository.save(open.with(complaints));
        if (!open.domains().containsAll(joined.domains())) {
            this.checks.ask(open.number(), Reason.ERROR_REPORT, joined.domains());
        }
        this.letters.received(joined, complaints.stream().flatMap((one) -> one.answerTo().stream()).distinct().toList(),
                true);
        if (!open.participants().containsAll(joined.participants())) {
            this.process.replied(open.number());
        }
        return open.number();
    }

    /** The case itself, or the one that it was joined with. */
    private Optional<ErrorReport> current(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .flatMap((report) -> (report.joinedTo() != null) ? this.repository.findByCaseNumber(report.joinedTo())
                    : Optional.of(report));
    }

    private String organisation(ErrorReport report) {
        return report.participants()
            .stream()
            .flatMap((id) -> this.parties.find(id).stream())
            .map(Participant::organisation)
            .collect(Collectors.joining(", "));
    }

    private static String domain(ErrorReport report) {
        return report.domains().stream().map(DomainName::unicode).collect(Collectors.joining(", "));
    }

    /** What is no matter of TLS is a matter of its own. */
    private static boolean mayBeOfTls(Cause cause) {
        return cause.isFaultOfTls() || cause == Cause.UNKNOWN;
    }

    /** The first cause that is named of what is about TLS, or else of anything. */
    private static Cause cause(Evidence told) {
        boolean aboutTls = told.failures().stream().anyMatch(Failure::aboutTls);
        return told.failures()
            .stream()
            .filter((failure) -> !aboutTls || failure.aboutTls())
            .map(Failure::cause)
            .filter((cause) -> cause != Cause.UNKNOWN)
            .findFirst()
            .orElse(Cause.UNKNOWN);
    }

}
