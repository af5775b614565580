package no.bits.tls.errorreport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import no.bits.tls.calendar.Deadlines;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.domaincheck.DomainChecked;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.errorreport.ErrorReport.State;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.ParticipantDomain;
import no.bits.tls.participant.Participants;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.workflow.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has failing mail servers mended: tells and reminds their participants, keeps looking at
 * the servers, announces in the end that a domain leaves the list, and tells everybody
 * how it ended. Each verb may be asked again after a crash and then changes nothing.
 */
@Service
@Transactional
class ErrorPursuit {

    private final ErrorReports reports;

    private final ErrorReportRepository repository;

    private final ErrorReportProcess process;

    private final ErrorReportLetters letters;

    private final DomainChecks checks;

    private final Participants participants;

    private final DomainList list;

    private final ErrorReportSettings settings;

    private final Clock clock;

    ErrorPursuit(ErrorReports reports, ErrorReportRepository repository, ErrorReportProcess process,
            ErrorReportLetters letters, DomainChecks checks, Participants participants, DomainList list,
            ErrorReportSettings settings, Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.process = process;
        this.letters = letters;
        this.checks = checks;
        this.participants = participants;
        this.list = list;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tells the participants what fails, or reminds them, and their reporters that they
     * are told.
     * @return when their time is up
     */
    Told tell(CaseNumber caseNumber) {
        ErrorReport report = this.repository.save(seen(this.reports.get(caseNumber)).told());
        this.letters.notice(report, this.reports.seen(report));
        this.letters.forwarded(report);
        lookLater(report);
        return new Told(OsloTime.morningOf(WorkingDays.after(today(), this.settings.workingDays())),
                report.notices() > 1);
    }

    /**
     * Announces that the domains that fail leave the list.
     * @return when they do
     */
    Instant announceLeaving(CaseNumber caseNumber) {
        ErrorReport before = this.reports.get(caseNumber);
        LocalDate day = (before.leavesOn() != null) ? before.leavesOn()
                : OsloTime.dateOf(Deadlines.due(today(), this.settings.leaveAfter()));
        ErrorReport report = this.repository.save(before.leaving(day));
        note(report, ParticipantDomain.State.LEAVING);
        this.letters.leaving(report, leaving(report));
        lookLater(report);
        return OsloTime.morningOf(day);
    }

    /** Takes the domains off the list that were announced to leave it. */
    void takeOffList(CaseNumber caseNumber) {
        ErrorReport report = this.reports.get(caseNumber);
        Set<DomainName> domains = leaving(report);
        note(report, ParticipantDomain.State.LEFT);
        this.list.withdraw(caseNumber, domains);
        this.repository.save(report.ended(State.LEFT, report.words(), this.clock.instant()));
    }

    /** Tells everybody concerned how it ended. */
    void tellConclusion(CaseNumber caseNumber) {
        ErrorReport report = this.reports.get(caseNumber);
        this.letters.conclusion(report);
        if (report.domains().stream().allMatch((domain) -> this.repository.findOpenAbout(domain).isEmpty())) {
            report.domains()
                .stream()
                .filter((domain) -> this.participants.withDomain(domain).isEmpty())
                .forEach(this.checks::unschedule);
        }
    }

    /** The domains that were announced to leave stay after all. */
    ErrorReport stay(ErrorReport report) {
        if (report.leavesOn() == null) {
            return report;
        }
        note(report, ParticipantDomain.State.LISTED);
        return report.leaving(null);
    }

    /** Whether a domain may be announced to leave: one that we see failing ourselves. */
    boolean mayLeave(ErrorReport report) {
        return !failing(report).isEmpty();
    }

    /**
     * Has a person confirm that it is solved, once all servers pass that we saw failing,
     * and keeps looking until then.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void seen(DomainChecked checked) {
        if (!checked.check().isPending()) {
            this.repository.findOpenAbout(checked.check().domain()).forEach(this::proposeEnd);
        }
    }

    private void proposeEnd(ErrorReport report) {
        ErrorReport seen = seen(report);
        ErrorReport now = seen.equals(report) ? report : this.repository.save(seen);
        if (!Set.of(State.PURSUED, State.LEAVING).contains(now.state())) {
            return;
        }
        if (now.seenFailing() && this.reports.passes(now) && this.process.awaitsMending(now.number())) {
            this.process.mended(now.number());
        }
        lookLater(now);
    }

    private ErrorReport seen(ErrorReport report) {
        Collection<DomainReport> failing = this.reports.seen(report).stream().filter(DomainReport::fails).toList();
        return failing.isEmpty() ? report : report.seen(SeenCause.of(report.cause(), failing));
    }

    private void lookLater(ErrorReport report) {
        Instant next = this.clock.instant().plus(this.settings.lookEvery());
        report.domains().forEach((domain) -> this.checks.schedule(domain, next));
    }

    private Set<DomainName> failing(ErrorReport report) {
        return report.domains()
            .stream()
            .filter((domain) -> this.checks.latest(domain).filter(DomainReport::fails).isPresent())
            .filter((domain) -> this.participants.withDomain(domain).isPresent())
            .collect(Collectors.toSet());
    }

    /** Those that were announced, or are to be. */
    private Set<DomainName> leaving(ErrorReport report) {
        return report.domains().stream().filter(this::isLeaving).collect(Collectors.toSet());
    }

    private boolean isLeaving(DomainName domain) {
        return this.participants.withDomain(domain)
            .stream()
            .flatMap((participant) -> participant.domains().stream())
            .anyMatch((one) -> one.domain().equals(domain) && one.state() == ParticipantDomain.State.LEAVING);
    }

    private void note(ErrorReport report, ParticipantDomain.State state) {
        Set<DomainName> domains = (state == ParticipantDomain.State.LEAVING) ? failing(report) : leaving(report);
        for (long id : report.participants()) {
            Participant participant = this.participants.find(id).orElseThrow();
            Set<DomainName> own = participant.listedDomains()
                .stream()
                .filter(domains::contains)
                .collect(Collectors.toSet());
            if (!own.isEmpty()) {
                this.participants.note(participant, own, state);
            }
        }
    }

    private LocalDate today() {
        return OsloTime.today(this.clock);
    }

    /**
     * What follows from telling.
     *
     * @param due when the participants' time is up
     * @param reminded whether they were told before
     */
    record Told(Instant due, boolean reminded) {
    }

}
