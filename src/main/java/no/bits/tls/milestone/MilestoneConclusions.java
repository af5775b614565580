package no.bits.tls.milestone;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.bits.tls.changepack.Ledger;
import no.bits.tls.domaincheck.DomainChecked;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.domaincheck.Reason;
import no.bits.tls.domainlist.DomainList;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.ParticipantDomain;
import no.bits.tls.participant.Participants;
import no.bits.tls.tls.Enforcement;
import no.bits.tls.tls.InboundProofReport;
import no.bits.tls.workflow.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts upon what participants answered: what the list says of them, what is proven by
 * connecting, and what they are told.
 */
@Service
@Transactional
class MilestoneConclusions {

    private final Milestones milestones;

    private final MilestoneRepository repository;

    private final MilestoneLetters letters;

    private final Participants participants;

    private final DomainList domainList;

    private final Ledger ledger;

    private final DomainChecks checks;

    MilestoneConclusions(Milestones milestones, MilestoneRepository repository, MilestoneLetters letters,
            Participants participants, DomainList domainList, Ledger ledger, DomainChecks checks) {
        this.milestones = milestones;
        this.repository = repository;
        this.letters = letters;
        this.participants = participants;
        this.domainList = domainList;
        this.ledger = ledger;
        this.checks = checks;
    }

    /** Brings Ja to the list, and has it proven where the participant allows that. */
    void publishInboundEnforcement(CaseNumber caseNumber) {
        conclude(caseNumber, true).filter(Milestone::mayTest)
            .ifPresent((milestone) -> this.checks.askForProof(caseNumber,
                    MilestoneLetters.domains(milestone, this.milestones.participantOf(milestone))));
    }

    /** Tells the participant what the proof showed, once all its domains are tried. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void tried(DomainChecked checked) {
        CaseNumber caseNumber = checked.check().caseNumber();
        if (caseNumber != null && checked.check().reason() == Reason.PROOF
                && this.checks.areDone(caseNumber, Reason.PROOF)) {
            tellProof(this.milestones.get(caseNumber), this.checks.proofs(caseNumber));
        }
    }

    /** Leaves Nei on the list, or brings it there where the enrolment had said Ja. */
    void noteInability(CaseNumber caseNumber) {
        conclude(caseNumber, false);
    }

    /** Nobody is troubled with what could not be tried. */
    private void tellProof(Milestone milestone, Map<DomainName, InboundProofReport> proofs) {
        if (proofs.values().stream().anyMatch((proof) -> proof.enforcement() != Enforcement.UNKNOWN)) {
            this.letters.proof(milestone, this.milestones.participantOf(milestone), proofs);
        }
    }

    /** Acts upon the answer, and closes the milestone; nothing where that was done. */
    private Optional<Milestone> conclude(CaseNumber caseNumber, boolean inboundEnforcement) {
        Optional<Milestone> answered = Optional.of(this.milestones.get(caseNumber))
            .filter((milestone) -> milestone.state() == Milestone.State.ANSWERED);
        return answered.map((milestone) -> {
            publish(milestone, inboundEnforcement);
            Milestone closed = this.repository.save(milestone.closed());
            Optional.ofNullable(closed.means())
                .ifPresent((means) -> this.ledger.confirm(closed.participantId(),
                        Optional.ofNullable(closed.listVersion()).orElseThrow(), caseNumber, means));
            this.letters.outcome(closed, this.milestones.participantOf(closed));
            return closed;
        });
    }

    private void publish(Milestone milestone, boolean inboundEnforcement) {
        Participant participant = this.milestones.participantOf(milestone);
        List<DomainName> changed = participant.domainsOf(milestone.enrolment())
            .stream()
            .filter((domain) -> domain.inboundEnforcement() != inboundEnforcement)
            .map(ParticipantDomain::domain)
            .toList();
        if (!changed.isEmpty()) {
            Participant answered = this.participants.noteInboundEnforcement(participant, changed, inboundEnforcement);
            this.domainList.publish(milestone.number(), rows(answered, milestone));
        }
    }

    private static Collection<ListedDomain> rows(Participant participant, Milestone milestone) {
        return participant.domainsOf(milestone.enrolment())
            .stream()
            .sorted(Comparator.comparing(ParticipantDomain::domain))
            .map((domain) -> new ListedDomain(participant.organisation(), participant.organisationNumber(),
                    domain.domain(), domain.enrolledOn(), domain.inboundEnforcement()))
            .collect(Collectors.toList());
    }

}
