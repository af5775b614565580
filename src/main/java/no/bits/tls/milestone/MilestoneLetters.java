package no.bits.tls.milestone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.changepack.ChangePack;
import no.bits.tls.changepack.ChangePacks;
import no.bits.tls.domainlist.PublicLinks;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.outbox.Letter;
import no.bits.tls.outbox.Letter.Importance;
import no.bits.tls.outbox.LinkToken;
import no.bits.tls.outbox.Outbox;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.ParticipantDomain;
import no.bits.tls.tls.Enforcement;
import no.bits.tls.tls.InboundProofReport;

import org.springframework.stereotype.Component;

/**
 * The letters of a milestone, all to the participant's administrator; their texts are in
 * {@code mails/}.
 */
@Component
class MilestoneLetters {

    static final String PURPOSE = "milestone";

    private final Outbox outbox;

    private final ChangePacks packs;

    private final PublicLinks links;

    private final LinkToken tokens;

    private final MilestoneSettings settings;

    private final Clock clock;

    MilestoneLetters(Outbox outbox, ChangePacks packs, PublicLinks links, LinkToken tokens, MilestoneSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.packs = packs;
        this.links = links;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    void note(Milestone milestone, Participant participant) {
        send("milestone-note", Importance.OWED, milestone, participant, "", Map.of());
    }

    void question(Milestone milestone, Participant participant) {
        ChangePack pack = this.packs.of(participant);
        send("milestone-question", Importance.OWED, milestone, participant, String.valueOf(milestone.round()),
                this.packs.words(participant, pack));
    }

    void reminder(Milestone milestone, Participant participant, int number) {
        LocalDate askedOn = Optional.ofNullable(milestone.askedOn()).orElse(milestone.dueOn());
        send("milestone-reminder", Importance.REMINDER, milestone, participant, milestone.round() + "-" + number,
                Map.of("askedOn", askedOn, "last", number > 1));
    }

    void newDate(Milestone milestone, Participant participant) {
        send("milestone-new-date", Importance.OWED, milestone, participant, String.valueOf(milestone.round()),
                Map.of("words", milestone.words()));
    }

    void outcome(Milestone milestone, Participant participant) {
        send("milestone-outcome", Importance.OWED, milestone, participant, "",
                Map.of("done", milestone.answer() == MilestoneAnswer.DONE, "words", milestone.words(), "mayTest",
                        milestone.mayTest(), "listUrl", this.links.page()));
    }

    void proof(Milestone milestone, Participant participant, Map<DomainName, InboundProofReport> proofs) {
        List<Tried> tried = proofs.values().stream().map(Tried::of).toList();
        send("milestone-proof", Importance.OWED, milestone, participant, "",
                Map.of("tried", tried, "proven", tried.stream().allMatch(Tried::isProven)));
    }

    private void send(String purpose, Importance importance, Milestone milestone, Participant participant,
            String period, Map<String, Object> words) {
        Map<String, Object> all = new HashMap<>(words);
        all.put("organisation", participant.organisation());
        all.put("domains", domains(milestone, participant));
        all.put("ja", saysJa(milestone, participant));
        all.put("dueOn", milestone.dueOn());
        all.put("answerUrl", answerUrl(milestone));
        this.outbox.send(new Letter(purpose, milestone.number(), participant.administratorEmail(), period, importance,
                List.of(), all));
    }

    /**
     * What was seen at the servers of one domain.
     *
     * @param domain the domain
     * @param enforcement what all its servers together showed
     * @param transcript what was said where it is not as it should be
     */
    record Tried(DomainName domain, String enforcement, List<String> transcript) {

        private static final int MOST_LINES = 20;

        static Tried of(InboundProofReport report) {
            return new Tried(report.domain(), report.enforcement().name(),
                    report.servers()
                        .stream()
                        .filter((server) -> server.enforcement() != Enforcement.ENFORCED)
                        .flatMap((server) -> Stream.concat(Stream.of(server.mailHost() + " " + server.address()),
                                server.transcript().stream()))
                        .limit(MOST_LINES)
                        .toList());
        }

        public boolean isProven() {
            return Enforcement.ENFORCED.name().equals(this.enforcement);
        }

    }

    private String answerUrl(Milestone milestone) {
        long id = Optional.ofNullable(milestone.id()).orElseThrow();
        LocalDate today = OsloTime.today(this.clock);
        LocalDate from = milestone.dueOn().isAfter(today) ? milestone.dueOn() : today;
        String token = this.tokens.of(PURPOSE, id, OsloTime.morningOf(from).plus(this.settings.linksValidFor()));
        return this.links.at("/tls/milestone/" + token).toString();
    }

    /** Whether the list says Ja for all of its domains. */
    static boolean saysJa(Milestone milestone, Participant participant) {
        return participant.domainsOf(milestone.enrolment()).stream().allMatch(ParticipantDomain::inboundEnforcement);
    }

    static List<DomainName> domains(Milestone milestone, Participant participant) {
        return participant.domainsOf(milestone.enrolment()).stream().map(ParticipantDomain::domain).sorted().toList();
    }

}
