package no.bits.tls.milestone;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a milestone, for {@code forms/followUpMilestone.html}.
 *
 * @param overdue whether both reminders are long gone
 * @param replied whether the participant wrote a mail
 * @param guess what its newest mail may mean
 */
record MilestoneSheet(String caseNumber, long participantId, String organisation, List<String> domains, LocalDate dueOn,
        @Nullable LocalDate askedOn, int round, boolean overdue, boolean replied, @Nullable ReplyGuess guess) {

    static MilestoneSheet of(Milestone milestone, Participant participant, boolean overdue, boolean replied,
            Optional<ReplyGuess> guess) {
        return new MilestoneSheet(milestone.caseNumber(), participant.id(), participant.organisation(),
                domains(milestone, participant), milestone.dueOn(), milestone.askedOn(), milestone.round(), overdue,
                replied, guess.orElse(null));
    }

    static List<String> domains(Milestone milestone, Participant participant) {
        return MilestoneLetters.domains(milestone, participant).stream().map(DomainName::unicode).toList();
    }

}
