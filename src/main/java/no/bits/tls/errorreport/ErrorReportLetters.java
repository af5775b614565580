package no.bits.tls.errorreport;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.errorreport.ErrorReport.State;
import no.bits.tls.evidence.Failure;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.participant.Participant;
import no.bits.tls.tls.DomainReport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The letters of an error report, to who reported it and to the participants whose
 * servers fail; their texts are in {@code mails/}.
 */
@Component
class ErrorReportLetters {

    private static final String NOTICE = "error-notice";

    private static final int MOST = 20;

    private static final int MOST_QUOTES = 5;

    private final Outbox outbox;

    private final Inbox inbox;

    private final MailEvidence evidence;

    private final Parties parties;

    private final ErrorReportSettings settings;

    ErrorReportLetters(Outbox outbox, Inbox inbox, MailEvidence evidence, Parties parties,
            ErrorReportSettings settings) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.evidence = evidence;
        this.parties = parties;
        this.settings = settings;
    }

    /**
     * Tells who reported it that we have it.
     * @param reporters who hears it
     * @param known whether somebody else reported it before
     */
    void received(ErrorReport report, Collection<EmailAddress> reporters, boolean known) {
        reporters.forEach((reporter) -> send("error-received", "", report, reporter,
                Map.of("known", known, "told", report.notices() > 0)));
    }

    /**
     * Tells the participants what fails and how to mend it, the administrators too when
     * it is repeated.
     */
    void notice(ErrorReport report, Collection<DomainReport> seen) {
        List<Failure> failures = this.evidence.of(report);
        participants(report).forEach((participant) -> {
            Map<String, Object> words = notice(report, participant, seen, failures);
            recipients(participant, report.notices() > 1).forEach((recipient) -> {
                words.put("again", wasTold(report, recipient));
                send(NOTICE, String.valueOf(report.notices()), report, recipient, words);
            });
        });
    }

    /** What a participant would be told. */
    List<Outbox.Preview> previewNotice(ErrorReport report, Collection<DomainReport> seen, List<Failure> failures) {
        return participants(report).map((participant) -> {
            Map<String, Object> words = notice(report, participant, seen, failures);
            words.put("again", report.notices() > 0);
            return this.outbox.preview(letter(NOTICE, "", report, participant.technicalEmail(), words));
        }).toList();
    }

    /** Tells who reported it that the participants are told, once. */
    void forwarded(ErrorReport report) {
        report.reporters().forEach((reporter) -> send("error-forwarded", "", report, reporter, Map.of()));
    }

    /**
     * Answers who reported it.
     * @param passes whether we see nothing wrong ourselves
     */
    void answer(ErrorReport report, boolean passes) {
        report.reporters().forEach((reporter) -> send("error-answer", "", report, reporter, words(report, passes)));
    }

    /**
     * Asks who reported it for more.
     * @param passes whether we see nothing wrong ourselves
     */
    void question(ErrorReport report, boolean passes) {
        report.reporters()
            .forEach((reporter) -> send("error-question", String.valueOf(report.questions()), report, reporter,
                    words(report, passes)));
    }

    /**
     * What a reporter would be told.
     * @param report the report as it would be decided
     * @param passes whether we see nothing wrong ourselves
     */
    Outbox.@Nullable Preview previewAnswer(ErrorReport report, boolean passes) {
        boolean asks = report.state() == State.ASKED;
        Map<String, Object> words = words(report, passes);
        return report.reporters()
            .stream()
            .findFirst()
            .map((reporter) -> this.outbox
                .preview(letter(asks ? "error-question" : "error-answer", "", report, reporter, words)))
            .orElse(null);
    }

    /** Announces to both contacts that domains leave the list. */
    void leaving(ErrorReport report, Set<DomainName> domains) {
        participants(report).forEach((participant) -> {
            List<DomainName> own = own(domains, participant);
            recipients(participant, true).filter((recipient) -> !own.isEmpty())
                .forEach((recipient) -> send("error-leaving", String.valueOf(report.leavesOn()), report, recipient,
                        Map.of("organisation", participant.organisation(), "own", own)));
        });
    }

    /** Tells everybody who heard of it how it ended. */
    void conclusion(ErrorReport report) {
        report.reporters()
            .forEach((reporter) -> send("error-conclusion", "", report, reporter, Map.of("reporter", true)));
        this.outbox.mailsOf(report.number())
            .stream()
            .filter((mail) -> mail.purpose().equals(NOTICE) || mail.purpose().equals("error-leaving"))
            .flatMap((mail) -> EmailAddress.parse(mail.recipient()).stream())
            .distinct()
            .filter((recipient) -> report.reporters().stream().noneMatch(recipient::sameAs))
            .forEach((recipient) -> send("error-conclusion", "", report, recipient, Map.of("reporter", false)));
    }

    private Map<String, Object> notice(ErrorReport report, Participant participant, Collection<DomainReport> seen,
            List<Failure> failures) {
        List<DomainName> own = own(report.domains(), participant);
        Map<String, Object> words = new HashMap<>();
        words.put("organisation", participant.organisation());
        words.put("own", own);
        words.put("reporting", reporting(report));
        words.put("quotes",
                failures.stream()
                    .filter((failure) -> failure.domain() != null && own.contains(failure.domain()))
                    .filter((failure) -> !failure.said().isEmpty())
                    .map(Quote::of)
                    .distinct()
                    .limit(MOST_QUOTES)
                    .toList());
        words.put("troubles",
                seen.stream()
                    .filter((one) -> own.contains(one.domain()))
                    .flatMap((one) -> one.faults().stream())
                    .limit(MOST)
                    .toList());
        return words;
    }

    private static Map<String, Object> words(ErrorReport report, boolean passes) {
        return Map.of("kind", report.state().name(), "passes", passes);
    }

    private List<String> reporting(ErrorReport report) {
        return report.reportingParticipants()
            .stream()
            .flatMap((id) -> this.parties.find(id).stream())
            .map(Participant::organisation)
            .limit(MOST)
            .toList();
    }

    private boolean wasTold(ErrorReport report, EmailAddress recipient) {
        return this.outbox.mailsOf(report.number())
            .stream()
            .anyMatch((mail) -> mail.purpose().equals(NOTICE) && mail.recipient().equalsIgnoreCase(recipient.value()));
    }

    private Stream<Participant> participants(ErrorReport report) {
        return report.participants().stream().flatMap((id) -> this.parties.find(id).stream());
    }

    private static List<DomainName> own(Collection<DomainName> domains, Participant participant) {
        Set<DomainName> listed = participant.listedDomains();
        return domains.stream().filter(listed::contains).sorted().collect(Collectors.toList());
    }

    private static Stream<EmailAddress> recipients(Participant participant, boolean both) {
        return both ? participant.contacts().stream() : Stream.of(participant.technicalEmail());
    }

    private void send(String purpose, String period, ErrorReport report, EmailAddress recipient,
            Map<String, Object> words) {
        this.outbox.send(letter(purpose, period, report, recipient, words));
    }

    private Letter letter(String purpose, String period, ErrorReport report, EmailAddress recipient,
            Map<String, Object> words) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("domains", report.domains());
        all.put("cause", report.cause());
        all.put("state", report.state().name());
        all.put("words", report.words());
        all.put("days", this.settings.workingDays());
        Optional.ofNullable(report.leavesOn()).ifPresent((day) -> all.put("leavesOn", day));
        return new Letter(purpose, report.number(), recipient, period, Importance.OWED, thread(report, recipient), all);
    }

    /** What the recipient wrote last about it, and what that answers. */
    private List<String> thread(ErrorReport report, EmailAddress recipient) {
        return report.inOrder()
            .stream()
            .filter((complaint) -> complaint.answerTo().filter(recipient::sameAs).isPresent())
            .reduce((older, newer) -> newer)
            .map((complaint) -> this.inbox.mail(complaint.mailId()))
            .map(IncomingMail::thread)
            .orElse(List.of());
    }

}
