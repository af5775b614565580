package no.bits.tls.triage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.inbox.AnsweredCase;
import no.bits.tls.inbox.MailGuess;
import org.jspecify.annotations.Nullable;

/**
 * What the form in Tasklist shows of a mail to sort, beside the mail.
 *
 * @param reason one sentence that says why no case has it
 * @param guesses what it may be, the likeliest first
 * @param suggestedCase the case that it may belong to
 */
record TriageSheet(String caseNumber, long mailId, String reason, List<Guess> guesses, @Nullable String suggestedCase) {

    static TriageSheet of(MailTriage triage, List<MailGuess> guesses, Optional<AnsweredCase> answers) {
        return new TriageSheet(triage.caseNumber(), triage.mailId(), triage.reason(),
                Stream
                    .concat(answers.map(Guess::of).stream(),
                            guesses.stream().flatMap((guess) -> Guess.of(guess).stream()))
                    .toList(),
                answers.map((answer) -> answer.caseNumber().value()).orElse(null));
    }

    /**
     * What the mail may be.
     *
     * @param as what the person would say
     * @param label the same in words
     * @param signs what speaks for it
     */
    record Guess(Sorting as, String label, List<String> signs) {

        static Guess of(AnsweredCase answer) {
            return new Guess(Sorting.REPLY, Sorting.REPLY.label(), List.of(answer.sentence()));
        }

        static Optional<Guess> of(MailGuess guess) {
            return Sorting.ofKind(guess.kind()).map((as) -> new Guess(as, as.label(), guess.signs()));
        }

    }

}
