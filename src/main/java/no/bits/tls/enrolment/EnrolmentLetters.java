package no.bits.tls.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.document.FormField;
import no.bits.tls.domainlist.PublicLinks;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.participant.NewParticipant;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;

import org.springframework.stereotype.Component;

/**
 * The letters of an enrolment: receipt, request, reminder, lapse, confirmation and
 * refusal; their texts are in {@code mails/}.
 */
@Component
class EnrolmentLetters {

    private final Outbox outbox;

    private final CaseFiles caseFiles;

    private final Decisions decisions;

    private final PublicLinks links;

    EnrolmentLetters(Outbox outbox, CaseFiles caseFiles, Decisions decisions, PublicLinks links) {
        this.outbox = outbox;
        this.caseFiles = caseFiles;
        this.decisions = decisions;
        this.links = links;
    }

    void receipt(Enrolment enrolment, IncomingMail mail) {
        send("enrolment-receipt", enrolment, mail, mail.sender().stream(),
                Map.of("subject", mail.subject(), "receivedAt", mail.receivedAt()));
    }

    void request(Enrolment enrolment, IncomingMail mail) {
        ask("enrolment-more-needed", Importance.OWED, enrolment, mail);
    }

    void reminder(Enrolment enrolment, IncomingMail mail) {
        ask("enrolment-reminder", Importance.REMINDER, enrolment, mail);
    }

    void lapse(Enrolment enrolment, IncomingMail mail) {
        ask("enrolment-lapsed", Importance.OWED, enrolment, mail);
    }

    void confirmation(Enrolment enrolment, IncomingMail mail) {
        NewParticipant entry = enrolment.form().toParticipant(new CaseNumber(enrolment.caseNumber()));
        send("enrolment-listed", enrolment, mail,
                Stream.concat(enrolment.applicant().stream(), administrator(enrolment)),
                Map.of("organisation", entry.organisation(), "domains", List.copyOf(entry.domains()), "enrolledOn",
                        entry.enrolledOn(), "inboundEnforcement", entry.inboundEnforcement() ? "Ja" : "Nei", "version",
                        Optional.ofNullable(enrolment.listVersion()).orElseThrow(), "milestoneOn",
                        WorkingDays.milestone(entry.enrolledOn()), "listUrl", this.links.page(), "csvUrl",
                        this.links.csv(), "jsonUrl", this.links.json()));
    }

    void refusal(Enrolment enrolment, IncomingMail mail) {
        List<Map<String, String>> findings = this.caseFiles.findings(enrolment)
            .stream()
            .filter(Finding::isMandatory)
            .map(Finding::words)
            .toList();
        send("enrolment-declined", enrolment, mail, enrolment.applicant().stream(),
                Map.of("organisation", enrolment.form().title(), "reason", reasonOf(enrolment), "findings", findings));
    }

    private String reasonOf(Enrolment enrolment) {
        var all = this.decisions.of(new CaseNumber(enrolment.caseNumber()));
        return all.get(all.size() - 1).reason();
    }

    private void ask(String purpose, Importance importance, Enrolment enrolment, IncomingMail mail) {
        Inquiry inquiry = enrolment.lastInquiry();
        EmailAddress recipient = enrolment.applicant().orElseThrow(() -> EnrolmentRefused.nobodyToAsk());
        this.outbox.send(new Letter(purpose, new CaseNumber(enrolment.caseNumber()), recipient,
                String.valueOf(enrolment.inquiries().size()), importance, mail.thread(),
                Map.of("organisation", enrolment.form().value(FormField.ORGANISATION).orElse(""), "points",
                        inquiry.findings().stream().map(Finding::words).toList(), "words", inquiry.words(), "askedOn",
                        inOslo(inquiry.askedAt()), "reminderOn", inOslo(inquiry.reminderDue()), "lapseDue",
                        inquiry.lapseDue())));
    }

    private void send(String purpose, Enrolment enrolment, IncomingMail mail, Stream<EmailAddress> recipients,
            Map<String, Object> words) {
        for (EmailAddress recipient : different(recipients)) {
            this.outbox.send(new Letter(purpose, new CaseNumber(enrolment.caseNumber()), recipient, "", Importance.OWED,
                    mail.thread(), words));
        }
    }

    private static Stream<EmailAddress> administrator(Enrolment enrolment) {
        return enrolment.form().address(FormField.ADMINISTRATOR_EMAIL).stream();
    }

    private static LocalDate inOslo(Instant moment) {
        return LocalDate.ofInstant(moment, OsloTime.ZONE);
    }

    private static List<EmailAddress> different(Stream<EmailAddress> recipients) {
        Set<String> seen = new LinkedHashSet<>();
        return recipients.filter((address) -> seen.add(address.value().toLowerCase(Locale.ROOT))).toList();
    }

}
