package no.bits.tls.drift;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import no.bits.tls.calendar.Deadlines;
import no.bits.tls.calendar.OsloTime;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.CaseNumbers;
import no.bits.tls.workflow.UnknownCase;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case when a listed domain's mail servers drift, and ends it when they are
 * mended: the verbs of the drift process. Each may be asked again after a crash and then
 * changes nothing.
 */
@Service
@Transactional
class Drifts {

    private final DriftRepository repository;

    private final DriftProcess process;

    private final DriftLetters letters;

    private final CaseNumbers caseNumbers;

    private final Participants participants;

    private final DomainChecks checks;

    private final DriftSettings settings;

    private final Clock clock;

    Drifts(DriftRepository repository, DriftProcess process, DriftLetters letters, CaseNumbers caseNumbers,
            Participants participants, DomainChecks checks, DriftSettings settings, Clock clock) {
        this.repository = repository;
        this.process = process;
        this.letters = letters;
        this.caseNumbers = caseNumbers;
        this.participants = participants;
        this.checks = checks;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Does what a look at a listed domain calls for.
     * @param watched the domain as it stands after the look
     * @param participant whose domain it is
     * @param report what was seen
     * @return whether a case is open for the domain
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean seen(WatchedDomain watched, Participant participant, DomainReport report) {
        Instant now = this.clock.instant();
        boolean failing = watched.hasDrifted(now, this.settings.failsFor());
        Optional<Expiry> expiry = Expiry.due(report, this.settings.certificateDays(), now)
            .filter((due) -> !isLetBe(watched, due));
        Optional<Drift> open = open(watched).filter((drift) -> !endIfMended(drift, report, expiry));
        boolean wrong = failing || expiry.isPresent();
        if (open.isPresent()) {
            tellMore(open.get(), failing, expiry);
        }
        else if (wrong) {
            begin(with(Drift.noticed(this.caseNumbers.next(), watched.domain(), participant.id(), today()), failing,
                    expiry), participant);
        }
        return open.isPresent() || wrong;
    }

    /**
     * Ends the case of a domain that has left the list.
     * @return whether none is open any more; it cannot end between two steps
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean left(WatchedDomain watched) {
        return open(watched).map((drift) -> end(drift, Drift.State.LEFT)).orElse(true);
    }

    /**
     * Tells the technical contact what is wrong and how to mend it.
     * @return when staff follow up
     */
    Instant sendNotice(CaseNumber caseNumber) {
        Drift drift = get(caseNumber);
        Participant participant = participantOf(drift);
        this.checks.latest(drift.domain()).filter((report) -> drift.isOpen()).ifPresent((report) -> {
            if (!drift.failing()) {
                this.letters.expiring(drift, participant, report);
            }
            else if (report.fails()) {
                this.letters.failing(drift, participant, report);
            }
        });
        LocalDate from = drift.failing() ? today() : Optional.ofNullable(drift.expiresOn()).orElseGet(this::today);
        return Deadlines.due(from, this.settings.followUpAfter());
    }

    /** Tells whoever was told that it is mended. */
    void tellEnd(CaseNumber caseNumber) {
        Drift drift = get(caseNumber);
        if (drift.state() == Drift.State.MENDED) {
            this.letters.mended(drift, participantOf(drift));
        }
    }

    /**
     * Has a person read what a contact wrote.
     * @param caseNumber the case that the mail answers
     * @return whether it is a drift that is open
     */
    boolean replied(CaseNumber caseNumber) {
        Optional<Drift> open = this.repository.findByCaseNumber(caseNumber.value()).filter(Drift::isOpen);
        open.ifPresent((drift) -> this.process.replied(caseNumber));
        return open.isPresent();
    }

    Drift get(CaseNumber caseNumber) {
        return this.repository.findByCaseNumber(caseNumber.value())
            .orElseThrow(() -> UnknownCase.of("drift", caseNumber));
    }

    Participant participantOf(Drift drift) {
        return this.participants.find(drift.participantId())
            .orElseThrow(() -> UnknownCase.of("participant", drift.number()));
    }

    private void begin(Drift drift, Participant participant) {
        this.repository.save(drift);
        this.process.start(drift.number(), participant.organisation(), drift.domain());
    }

    private void tellMore(Drift drift, boolean failing, Optional<Expiry> expiry) {
        boolean turned = failing && !drift.failing();
        boolean nearer = !drift.failing() && expiry.filter((one) -> !drift.hasTold(one)).isPresent();
        if ((turned || nearer) && this.process.awaitsChange(drift.number())) {
            this.repository.save(with(drift, failing, expiry));
            this.process.changed(drift.number());
        }
    }

    private boolean endIfMended(Drift drift, DomainReport report, Optional<Expiry> expiry) {
        return report.passes() && (drift.failing() || expiry.isEmpty()) && end(drift, Drift.State.MENDED);
    }

    private boolean end(Drift drift, Drift.State state) {
        boolean ends = this.process.awaitsEnd(drift.number());
        if (ends) {
            this.repository.save(drift.ended(state));
            this.process.ended(drift.number());
        }
        return ends;
    }

    private Optional<Drift> open(WatchedDomain watched) {
        return this.repository.findByDomainAndState(watched.domain(), Drift.State.OPEN);
    }

    private boolean isLetBe(WatchedDomain watched, Expiry expiry) {
        return this.repository.existsByDomainAndStateAndExpiresAt(watched.domain(), Drift.State.LET_BE, expiry.at());
    }

    private LocalDate today() {
        return OsloTime.today(this.clock);
    }

    private static Drift with(Drift drift, boolean failing, Optional<Expiry> expiry) {
        Drift known = expiry.map(drift::expires).orElse(drift);
        return failing ? known.fails() : known;
    }

}
