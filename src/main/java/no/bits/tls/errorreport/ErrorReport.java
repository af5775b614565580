package no.bits.tls.errorreport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.evidence.Cause;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A report that mail fails, or several about one mail server. Its life: <em>to
 * assess</em> by a person, who may <em>ask</em> for more, answer and end it, join it with
 * another, or have it <em>pursued</em>: the participants whose servers fail are told and
 * reminded, in the end a domain is announced to <em>leave</em> the list, until it is
 * solved, given up, or off the list.
 *
 * @param caseNumber the case, see {@link CaseNumber}
 * @param state where it stands
 * @param cause why mail fails, as far as it is known
 * @param notices how often the participants were told
 * @param questions how often the reporter was asked for more
 * @param seenFailing whether we saw it fail ourselves
 * @param words what staff add to the mail that is sent next
 * @param leavesOn when the domains leave the list, while they are announced to
 * @param joinedTo the case that it was joined with
 * @param openedAt when the first mail came
 * @param endedAt when it came to its end
 * @param complaints who reports what
 */
@Table("error_report")
record ErrorReport(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, State state, Cause cause,
        int notices, int questions, boolean seenFailing, String words, @Nullable LocalDate leavesOn,
        @Nullable String joinedTo, Instant openedAt, @Nullable Instant endedAt,
        @MappedCollection(idColumn = "error_report") Set<Complaint> complaints) {

    ErrorReport {
        complaints = Set.copyOf(complaints);
    }

    static ErrorReport opened(CaseNumber caseNumber, Cause cause, Collection<Complaint> complaints, Instant now) {
        return new ErrorReport(null, null, caseNumber.value(), State.TO_ASSESS, cause, 0, 0, false, "", null, null, now,
                null, Set.copyOf(complaints));
    }

    CaseNumber number() {
        return new CaseNumber(this.caseNumber);
    }

    boolean isOpen() {
        return this.endedAt == null;
    }

    /** The domains to which mail fails. */
    Set<DomainName> domains() {
        return each((complaint) -> Stream.ofNullable(complaint.domain()))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The participants whose domains these are. */
    Set<Long> participants() {
        return each((complaint) -> Stream.ofNullable(complaint.participantId()))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The participants that reported it. */
    Set<Long> reportingParticipants() {
        return each((complaint) -> Stream.ofNullable(complaint.reporterId()))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whoever is to hear what becomes of it, each once. */
    List<EmailAddress> reporters() {
        return each((complaint) -> complaint.answerTo().stream()).distinct().toList();
    }

    /** The complaints, oldest first. */
    List<Complaint> inOrder() {
        return this.complaints.stream()
            .sorted(Comparator.comparing(Complaint::receivedAt)
                .thenComparing(Complaint::mailId)
                .thenComparing((complaint) -> Objects.toString(complaint.domain(), "")))
            .toList();
    }

    boolean isLike(Collection<Complaint> others) {
        return this.complaints.stream().anyMatch((complaint) -> others.stream().anyMatch(complaint::isLike));
    }

    ErrorReport with(Collection<Complaint> more) {
        return copy(this.state, this.notices, this.questions, this.words,
                Stream.concat(this.complaints.stream(), more.stream()).collect(Collectors.toSet()));
    }

    /** All of it is about another domain, as a person has found. */
    ErrorReport about(DomainName domain, @Nullable Long participantId) {
        return copy(this.state, this.notices, this.questions, this.words,
                this.complaints.stream()
                    .map((complaint) -> complaint.about(domain, participantId))
                    .collect(Collectors.toSet()));
    }

    ErrorReport decided(State state, String words) {
        return copy(state, this.notices, this.questions + ((state == State.ASKED) ? 1 : 0), words, this.complaints);
    }

    ErrorReport toAssess() {
        return copy(State.TO_ASSESS, this.notices, this.questions, "", this.complaints);
    }

    ErrorReport told() {
        return copy(State.PURSUED, this.notices + 1, this.questions, this.words, this.complaints);
    }

    /** We saw ourselves what fails. */
    ErrorReport seen(Cause cause) {
        return new ErrorReport(this.id, this.version, this.caseNumber, this.state, cause, this.notices, this.questions,
                true, this.words, this.leavesOn, this.joinedTo, this.openedAt, this.endedAt, this.complaints);
    }

    ErrorReport leaving(@Nullable LocalDate day) {
        return new ErrorReport(this.id, this.version, this.caseNumber, this.state, this.cause, this.notices,
                this.questions, this.seenFailing, this.words, day, this.joinedTo, this.openedAt, this.endedAt,
                this.complaints);
    }

    ErrorReport ended(State end, String words, Instant now) {
        return new ErrorReport(this.id, this.version, this.caseNumber, end, this.cause, this.notices, this.questions,
                this.seenFailing, words, this.leavesOn, this.joinedTo, this.openedAt, now, this.complaints);
    }

    ErrorReport joined(CaseNumber other, String words, Instant now) {
        return new ErrorReport(this.id, this.version, this.caseNumber, State.JOINED, this.cause, this.notices,
                this.questions, this.seenFailing, words, this.leavesOn, other.value(), this.openedAt, now,
                this.complaints);
    }

    private ErrorReport copy(State state, int notices, int questions, String words, Set<Complaint> complaints) {
        return new ErrorReport(this.id, this.version, this.caseNumber, state, this.cause, notices, questions,
                this.seenFailing, words, this.leavesOn, this.joinedTo, this.openedAt, this.endedAt, complaints);
    }

    private <T> Stream<T> each(Function<Complaint, Stream<T>> what) {
        return inOrder().stream().flatMap(what);
    }

    /** Where it stands. */
    enum State {

        /** A person is to say what it is. */
        TO_ASSESS("vurderes", "being assessed"),

        /** The reporter was asked for more. */
        ASKED("venter på mer fra melderen", "waiting for more from the reporter"),

        /** The participants are to mend their servers. */
        PURSUED("venter på at feilen rettes", "waiting for the fault to be put right"),

        /** The domains are announced to leave the list. */
        LEAVING("domenet er på vei ut av listen", "the domain is about to leave the list"),

        /** Mail arrives again. */
        SOLVED("løst", "solved"),

        /** It was given up. */
        UNSOLVED("avsluttet uten løsning", "closed without a solution"),

        /** The domains are off the list. */
        LEFT("domenet er tatt av listen", "the domain has been taken off the list"),

        /** It was the reporter's own set-up. */
        OWN_SIDE("feilen lå hos melderen", "the fault was the reporter's own"),

        /** It had nothing to do with TLS. */
        NOT_TLS("hadde ikke med TLS å gjøre", "had nothing to do with TLS"),

        /** The domain takes no part in the scheme. */
        NOT_LISTED("domenet er ikke med i ordningen", "the domain takes no part in the scheme"),

        /** It is one with another case. */
        JOINED("slått sammen med en annen sak", "merged with another case");

        private final String norwegian;

        private final String english;

        State(String norwegian, String english) {
            this.norwegian = norwegian;
            this.english = english;
        }

        /** For staff and managers. */
        String norwegian() {
            return this.norwegian;
        }

        String english() {
            return this.english;
        }

    }

}
