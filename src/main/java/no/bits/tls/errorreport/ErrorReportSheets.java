package no.bits.tls.errorreport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.errorreport.ErrorReportSheet.Line;
import no.bits.tls.errorreport.ErrorReportSheet.Other;
import no.bits.tls.errorreport.ErrorReportSheet.Party;
import no.bits.tls.errorreport.ErrorReportSheet.Reporter;
import no.bits.tls.evidence.Failure;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.workflow.CaseNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what staff need on one screen to decide about an error report. */
@Service
@Transactional(readOnly = true)
class ErrorReportSheets {

    private static final int MOST_LINES = 50;

    private static final String PLACE_OF_WORDS = "[Her står det du skriver nedenfor. / What you write below stands here.]";

    private final ErrorReports reports;

    private final ErrorReportRepository repository;

    private final ErrorReportLetters letters;

    private final MailEvidence evidence;

    private final Parties parties;

    private final DomainChecks checks;

    private final Inbox inbox;

    ErrorReportSheets(ErrorReports reports, ErrorReportRepository repository, ErrorReportLetters letters,
            MailEvidence evidence, Parties parties, DomainChecks checks, Inbox inbox) {
        this.reports = reports;
        this.repository = repository;
        this.letters = letters;
        this.evidence = evidence;
        this.parties = parties;
        this.checks = checks;
        this.inbox = inbox;
    }

    ErrorReportSheet of(CaseNumber caseNumber) {
        ErrorReport report = this.reports.get(caseNumber);
        List<Failure> failures = this.evidence.of(report);
        List<DomainReport> seen = this.reports.seen(report);
        return new ErrorReportSheet(report.caseNumber(), ErrorReportSheet.inWords(report.state()),
                ErrorReportSheet.inWords(SeenCause.of(report.cause(), seen)), isAboutUs(report),
                report.domains().stream().map(DomainName::unicode).toList(), parties(report.participants()),
                reporters(report), failures.stream().limit(MOST_LINES).map(Line::of).toList(),
                Proposal.of(report, failures, seen), texts(report, seen, failures), similar(report), history(report),
                report.domains().isEmpty() ? served(report).stream().map(DomainName::unicode).sorted().toList()
                        : List.of(),
                report.notices(), report.seenFailing() && this.reports.passes(report),
                report.openedAt().atZone(OsloTime.ZONE).toOffsetDateTime(), report.leavesOn(),
                report.inOrder().stream().map(Complaint::caseNumber).distinct().toList());
    }

    private boolean isAboutUs(ErrorReport report) {
        return report.domains().stream().anyMatch(this.inbox.ownDomains()::contains);
    }

    private List<Reporter> reporters(ErrorReport report) {
        Map<String, Reporter> reporters = new LinkedHashMap<>();
        report.inOrder().forEach((complaint) -> {
            String address = Objects.toString(complaint.reporter(), "");
            Long id = complaint.reporterId();
            reporters.putIfAbsent(address,
                    new Reporter(address, (id != null) ? parties(Set.of(id)).stream().findFirst().orElse(null) : null));
        });
        return List.copyOf(reporters.values());
    }

    private List<Party> parties(Set<Long> ids) {
        return ids.stream()
            .flatMap((id) -> this.parties.find(id).stream())
            .map((participant) -> new Party(participant.id(), participant.organisation()))
            .toList();
    }

    private Map<Assessment, List<Outbox.Preview>> texts(ErrorReport report, List<DomainReport> seen,
            List<Failure> failures) {
        Map<Assessment, List<Outbox.Preview>> texts = new EnumMap<>(Assessment.class);
        boolean passes = this.reports.passes(report);
        ErrorReport known = seen.stream().anyMatch(DomainReport::fails)
                ? report.seen(SeenCause.of(report.cause(), seen)) : report;
        texts.put(Assessment.TELL,
                this.letters.previewNotice(known.decided(report.state(), PLACE_OF_WORDS), seen, failures));
        for (Assessment answer : List.of(Assessment.OWN_SIDE, Assessment.NOT_TLS, Assessment.NOT_LISTED,
                Assessment.ASK)) {
            List<Outbox.Preview> previews = new ArrayList<>();
            Outbox.Preview preview = this.letters.previewAnswer(known.decided(answer.state(), PLACE_OF_WORDS), passes);
            if (preview != null) {
                previews.add(preview);
            }
            texts.put(answer, previews);
        }
        return texts;
    }

    /** Open cases about domains that the same operator serves. */
    private List<Other> similar(ErrorReport report) {
        Set<DomainName> served = served(report);
        return this.repository.findByEndedAtIsNullOrderById()
            .stream()
            .filter((other) -> !other.caseNumber().equals(report.caseNumber()))
            .filter((other) -> other.domains().stream().anyMatch(served::contains) || other.isLike(report.complaints()))
            .map(Other::of)
            .toList();
    }

    private Set<DomainName> served(ErrorReport report) {
        Set<DomainName> served = new HashSet<>();
        report.complaints().forEach((complaint) -> served.addAll(this.parties.servedWith(complaint.server())));
        report.domains()
            .forEach((domain) -> this.checks.latest(domain)
                .ifPresent((seen) -> seen.route()
                    .exchangers()
                    .forEach((exchanger) -> served.addAll(this.parties.servedWith(exchanger.host())))));
        return served;
    }

    private List<Other> history(ErrorReport report) {
        String[] domains = report.domains().stream().map(DomainName::ascii).toArray(String[]::new);
        return this.repository.findAbout(domains, report.caseNumber()).stream().map(Other::of).toList();
    }

}
