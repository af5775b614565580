package no.bits.tls.milestone;

import java.util.List;
import java.util.Optional;

import no.bits.tls.ParticipantScene;
import no.bits.tls.domainlist.ListedDomain;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.workflow.CaseNumber;
import org.camunda.bpm.engine.task.Task;

import org.springframework.beans.factory.annotation.Autowired;

/** A bank that was listed today, and its milestone. */
abstract class MilestoneScene extends ParticipantScene {

    @Autowired
    MilestoneRepository repository;

    @Autowired
    MilestoneFollowUp followUp;

    @Autowired
    Milestones milestones;

    Milestone milestoneOf(Participant participant) {
        return this.repository.findByParticipantIdOrderById(participant.id()).get(0);
    }

    CaseNumber caseOf(Participant participant) {
        return milestoneOf(participant).number();
    }

    Optional<Task> task(Participant participant) {
        return task(caseOf(participant).value(), MilestoneProcess.FOLLOW_UP);
    }

    void awaitFollowUp(Participant participant) {
        awaitClaimed(caseOf(participant).value(), MilestoneProcess.FOLLOW_UP);
    }

    void awaitEnd(Participant participant, String end) {
        awaitEnd(caseOf(participant).value(), end);
    }

    List<String> passed(Participant participant) {
        return passed(caseOf(participant).value());
    }

    boolean listSaysJa(Participant participant) {
        DomainName domain = participant.listedDomains().iterator().next();
        return this.list.listed(domain).map(ListedDomain::inboundEnforcement).orElseThrow();
    }

}
