package no.bits.tls.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.calendar.WorkingDays;
import no.bits.tls.changepack.Attestation.Means;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.inbox.Inbox;
import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do about a milestone that nobody answered, or answered in a mail; a decision
 * and the engine's step are one transaction.
 */
@Service
@Transactional
class MilestoneFollowUp {

    private final Milestones milestones;

    private final MilestoneRepository repository;

    private final MilestoneProcess process;

    private final Decisions decisions;

    private final DomainList domainList;

    private final Inbox inbox;

    private final Clock clock;

    MilestoneFollowUp(Milestones milestones, MilestoneRepository repository, MilestoneProcess process,
            Decisions decisions, DomainList domainList, Inbox inbox, Clock clock) {
        this.milestones = milestones;
        this.repository = repository;
        this.process = process;
        this.decisions = decisions;
        this.domainList = domainList;
        this.inbox = inbox;
        this.clock = clock;
    }

    MilestoneSheet sheet(CaseNumber caseNumber) {
        Milestone milestone = this.milestones.get(caseNumber);
        List<IncomingMail> mails = this.inbox.mailsOf(caseNumber);
        Optional<ReplyGuess> guess = mails.isEmpty() ? Optional.empty() : ReplyGuess.of(mails.get(mails.size() - 1));
        return MilestoneSheet.of(milestone, this.milestones.participantOf(milestone),
                this.milestones.isOverdue(milestone), !mails.isEmpty(), guess);
    }

    /** The milestones of a participant, oldest first. */
    List<Asked> of(long participantId) {
        return this.repository.findByParticipantIdOrderById(participantId)
            .stream()
            .map((milestone) -> new Asked(milestone.caseNumber(), milestone.dueOn(), milestone.state(),
                    MilestoneSheet.domains(milestone, this.milestones.participantOf(milestone))))
            .toList();
    }

    /** Brings the follow-up forward, since the participant has called. */
    void begin(CaseNumber caseNumber) {
        Milestone milestone = this.milestones.get(caseNumber);
        if (!milestone.isOpen()) {
            throw MilestoneRefused.notOpen(milestone);
        }
        this.process.replied(caseNumber);
    }

    /**
     * Records what a participant said on the telephone or in a mail.
     * @param answer done or not able
     * @param means telephone or mail
     * @param words who said what
     */
    void record(CaseNumber caseNumber, String user, MilestoneAnswer answer, @Nullable Means means, String words) {
        if (means != Means.PHONE && means != Means.REPLY) {
            throw MilestoneRefused.withoutMeans();
        }
        decide(caseNumber, user, answer, means, words, null);
    }

    /**
     * Asks again on another day.
     * @param date the day, moved forward to a working day
     * @param words what the participant is told about it
     */
    void askAgain(CaseNumber caseNumber, String user, @Nullable LocalDate date, String words) {
        LocalDate day = Optional.ofNullable(date)
            .filter((one) -> one.isAfter(OsloTime.today(this.clock)))
            .orElseThrow(MilestoneRefused::withoutDate);
        decide(caseNumber, user, MilestoneAnswer.MORE_TIME, null, words, WorkingDays.forward(day));
    }

    void stopAsking(CaseNumber caseNumber, String user, String reason) {
        decide(caseNumber, user, MilestoneAnswer.NONE, null, reason, null);
    }

    private void decide(CaseNumber caseNumber, String user, MilestoneAnswer answer, @Nullable Means means, String words,
            @Nullable LocalDate newDate) {
        Milestone milestone = this.milestones.get(caseNumber);
        if (!milestone.isOpen()) {
            throw MilestoneRefused.notOpen(milestone);
        }
        if (words.isBlank()) {
            throw MilestoneRefused.withoutWords();
        }
        String task = this.process.claimedFollowUp(caseNumber, user);
        Milestone answered = milestone
            .answered(new GivenAnswer(answer, (answer == MilestoneAnswer.MORE_TIME) ? words.strip() : "", newDate,
                    false, this.domainList.latest().number(), means), this.clock.instant());
        this.repository.save((answer == MilestoneAnswer.NONE) ? answered.closed() : answered);
        this.decisions.record(caseNumber, task, answer, words.strip(), user);
        this.process.followedUp(task, user, answer);
    }

    /** A milestone in a few words. */
    record Asked(String caseNumber, LocalDate dueOn, Milestone.State state, List<String> domains) {
    }

}
