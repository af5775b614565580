package no.bits.tls.milestone;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.bits.tls.inbox.IncomingMail;
import no.bits.tls.inbox.MailGuess;

/**
 * What a reply in free text may mean, for the person who reads it.
 *
 * @param answer the answer that it may be
 * @param signs what speaks for it, sentences for the reader; never empty
 */
record ReplyGuess(MilestoneAnswer answer, List<String> signs) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern MORE_TIME = Pattern.compile(
            "mer tid|utsett\\w*|utsatt|forsinke\\w*|ny frist"
                    + "|ikke (?:helt )?(?:ferdig|klare?) ennå|more time|postpone\\w*|extension|delay\\w*|not yet",
            FLAGS);

    private static final Pattern NOT_ABLE = Pattern.compile("ikke mulig|umulig|ikke mulighet|(?:kan|får) ikke"
            + "|støtter ikke|lar seg ikke|not possible|unable|cannot|can't|not able|does not support", FLAGS);

    private static final Pattern DONE = Pattern.compile("\\bferdig\\w*|på plass|gjennomført|utført|er satt opp|satt på"
            + "|aktivert|slått på|\\bdone\\b|in place|completed|enabled|configured", FLAGS);

    static Optional<ReplyGuess> of(IncomingMail mail) {
        return Stream
            .of(new ReplyGuess(MilestoneAnswer.MORE_TIME, MailGuess.wordsIn(mail, MORE_TIME)),
                    new ReplyGuess(MilestoneAnswer.NOT_ABLE, MailGuess.wordsIn(mail, NOT_ABLE)),
                    new ReplyGuess(MilestoneAnswer.DONE, MailGuess.wordsIn(mail, DONE)))
            .filter((guess) -> !guess.signs().isEmpty())
            .min(Comparator.comparingInt((guess) -> -guess.signs().size()));
    }

}
