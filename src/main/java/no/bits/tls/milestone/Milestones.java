package no.bits.tls.milestone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import no.bits.tls.calendar.Deadlines;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.changepack.Ledger;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.domaincheck.Reason;
import no.bits.tls.enrolment.ParticipantListed;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.UnknownCase;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks every newly listed participant, three months on, whether it enforces TLS on what
 * comes in: the verbs of the milestone process. Each may be asked again after a crash and
 * then changes nothing.
 */
@Service
@Transactional
class Milestones {

    private static final int TOO_LATE_TO_ANNOUNCE = 7;

    private final MilestoneRepository repository;

    private final MilestoneProcess process;

    private final MilestoneLetters letters;

    private final CaseNumbers caseNumbers;

    private final Participants participants;

    private final Ledger ledger;

    private final DomainChecks checks;

    private final MilestoneSettings settings;

    private final Clock clock;

    Milestones(MilestoneRepository repository, MilestoneProcess process, MilestoneLetters letters,
            CaseNumbers caseNumbers, Participants participants, Ledger ledger, DomainChecks checks,
            MilestoneSettings settings, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.letters = letters;
        this.caseNumbers = caseNumbers;
        this.participants = participants;
        this.ledger = ledger;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Plans the milestone in the transaction that lists the domains. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void plan(ParticipantListed listed) {
        if (this.repository.findByEnrolmentCase(listed.caseNumber().value()).isEmpty()) {
            CaseNumber caseNumber = this.caseNumbers.next();
            Participant participant = listed.participant();
            Milestone milestone = this.repository.save(Milestone.planned(caseNumber, listed.caseNumber(),
                    participant.id(), WorkingDays.milestone(listed.enrolledOn())));
            confirmByEnrolling(listed);
            this.process.start(caseNumber, participant.organisation(), summary(milestone, participant),
                    Deadlines.reminder(milestone.dueOn(), -this.settings.noteDaysAhead()));
        }
    }

    Instant sendNote(CaseNumber caseNumber) {
        Milestone milestone = get(caseNumber);
        if (OsloTime.today(this.clock).isBefore(milestone.dueOn().minusDays(TOO_LATE_TO_ANNOUNCE))) {
            this.letters.note(milestone, participantOf(milestone));
        }
        return OsloTime.morningOf(milestone.dueOn());
    }

    Instant ask(CaseNumber caseNumber) {
        Milestone milestone = this.repository.save(get(caseNumber).asked(OsloTime.today(this.clock)));
        Participant participant = participantOf(milestone);
        this.letters.question(milestone, participant);
        this.checks.ask(caseNumber, Reason.MILESTONE, MilestoneLetters.domains(milestone, participant));
        return Deadlines.reminder(askedOn(milestone), this.settings.firstReminderAfter());
    }

    Instant sendFirstReminder(CaseNumber caseNumber) {
        Milestone milestone = remind(caseNumber, 1);
        return Deadlines.reminder(askedOn(milestone), this.settings.secondReminderAfter());
    }

    Instant sendSecondReminder(CaseNumber caseNumber) {
        Milestone milestone = remind(caseNumber, 2);
        return Deadlines.due(askedOn(milestone), this.settings.followUpAfter());
    }

    /**
     * Takes the participant's answer, given on its page.
     * @param milestone an open milestone
     * @param given the answer
     * @throws no.bits.tls.workflow.CaseElsewhere if the case is between two steps
     */
    void answer(Milestone milestone, GivenAnswer given) {
        this.repository.save(milestone.answered(given, this.clock.instant()));
        this.process.answered(milestone.number(), given.answer());
    }

    /**
     * Has a person read what a participant wrote.
     * @param caseNumber the case that the mail answers
     * @return whether it is a milestone that waits for an answer
     */
    boolean replied(CaseNumber caseNumber) {
        Optional<Milestone> open = this.repository.findByCaseNumber(caseNumber.value()).filter(Milestone::isOpen);
        open.ifPresent((milestone) -> this.process.replied(caseNumber));
        return open.isPresent();
    }

    Instant agreeNewDate(CaseNumber caseNumber) {
        Milestone milestone = get(caseNumber);
        if (milestone.state() == Milestone.State.ANSWERED) {
            milestone = this.repository.save(milestone.asksAgain());
            this.letters.newDate(milestone, participantOf(milestone));
        }
        return OsloTime.morningOf(milestone.dueOn());
    }

    Milestone get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("milestone", caseNumber));
    }

    Milestone get(long id) {
        return this.repository.findById(id).orElseThrow();
    }

    Participant participantOf(Milestone milestone) {
        return this.participants.find(milestone.participantId())
            .orElseThrow(() -> UnknownCase.of("participant", milestone.number()));
    }

    /** Whether nobody answered although both reminders are long gone. */
    boolean isOverdue(Milestone milestone) {
        return milestone.askedOn() != null
                && !this.clock.instant().isBefore(Deadlines.due(askedOn(milestone), this.settings.followUpAfter()));
    }

    /**
     * Who enrols declares that it has the list; who brings more domains later has
     * declared nothing about what changed since it last confirmed.
     */
    private void confirmByEnrolling(ParticipantListed listed) {
        long participant = listed.participant().id();
        if (this.ledger.versionOf(participant) == 0) {
            this.ledger.confirm(participant, listed.listVersion(), listed.caseNumber(), Means.ENROLMENT);
        }
    }

    private Milestone remind(CaseNumber caseNumber, int number) {
        Milestone milestone = get(caseNumber);
        if (milestone.isOpen()) {
            this.letters.reminder(milestone, participantOf(milestone), number);
        }
        return milestone;
    }

    private LocalDate askedOn(Milestone milestone) {
        return Optional.ofNullable(milestone.askedOn()).orElseGet(() -> OsloTime.today(this.clock));
    }

    private static String summary(Milestone milestone, Participant participant) {
        List<DomainName> domains = MilestoneLetters.domains(milestone, participant);
        String first = domains.isEmpty() ? "" : domains.get(0).unicode();
        return (domains.size() > 1) ? "%s (+%d)".formatted(first, domains.size() - 1) : first;
    }

}
