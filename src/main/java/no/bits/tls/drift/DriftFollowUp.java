package no.bits.tls.drift;

import java.util.List;

import no.bits.tls.inbox.Inbox;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.Decisions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do about mail servers that nobody mends, or about which a contact wrote; a
 * decision and the engine's step are one transaction.
 */
@Service
@Transactional
class DriftFollowUp {

    private final Drifts drifts;

    private final DriftRepository repository;

    private final WatchedDomainRepository watchedDomains;

    private final DriftProcess process;

    private final Decisions decisions;

    private final Inbox inbox;

    DriftFollowUp(Drifts drifts, DriftRepository repository, WatchedDomainRepository watchedDomains,
            DriftProcess process, Decisions decisions, Inbox inbox) {
        this.drifts = drifts;
        this.repository = repository;
        this.watchedDomains = watchedDomains;
        this.process = process;
        this.decisions = decisions;
        this.inbox = inbox;
    }

    DriftSheet sheet(CaseNumber caseNumber) {
        Drift drift = this.drifts.get(caseNumber);
        return DriftSheet.of(drift, this.drifts.participantOf(drift), !this.inbox.mailsOf(caseNumber).isEmpty());
    }

    /** The drifts of a participant's domains, oldest first. */
    List<Noticed> of(long participantId) {
        return this.repository.findByParticipantIdOrderById(participantId)
            .stream()
            .map((drift) -> new Noticed(drift.caseNumber(), drift.domain().unicode(), drift.state()))
            .toList();
    }

    /** Brings the follow-up forward, since the participant has called. */
    void begin(CaseNumber caseNumber) {
        if (!this.drifts.replied(caseNumber)) {
            throw DriftRefused.notOpen(this.drifts.get(caseNumber));
        }
    }

    /**
     * Tells both contacts once more, and waits again.
     * @param words with whom staff have spoken
     */
    void repeat(CaseNumber caseNumber, String user, String words) {
        decide(open(caseNumber, words).repeated(), user, DriftOutcome.REPEAT, words);
    }

    /**
     * Lets the mail servers be as they are; nobody is told again before they have passed.
     * @param reason why
     */
    void letBe(CaseNumber caseNumber, String user, String reason) {
        Drift drift = open(caseNumber, reason);
        this.watchedDomains.findByDomain(drift.domain())
            .ifPresent((watched) -> this.watchedDomains.save(watched.letBe()));
        decide(drift.ended(Drift.State.LET_BE), user, DriftOutcome.LET_BE, reason);
    }

    private void decide(Drift decided, String user, DriftOutcome outcome, String words) {
        String task = this.process.claimedFollowUp(decided.number(), user);
        this.repository.save(decided);
        this.decisions.record(decided.number(), task, outcome, words.strip(), user);
        this.process.followedUp(task, user, outcome);
    }

    private Drift open(CaseNumber caseNumber, String words) {
        Drift drift = this.drifts.get(caseNumber);
        if (!drift.isOpen()) {
            throw DriftRefused.notOpen(drift);
        }
        if (words.isBlank()) {
            throw DriftRefused.withoutWords();
        }
        return drift;
    }

    /** A drift in a few words. */
    record Noticed(String caseNumber, String domain, Drift.State state) {
    }

}
