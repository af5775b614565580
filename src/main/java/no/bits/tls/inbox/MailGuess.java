package no.bits.tls.inbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import no.bits.tls.workflow.DeskLanguage;

/**
 * What a mail may be.
 *
 * @param kind the kind of case, as in {@link Inbox#kinds()}
 * @param signs what speaks for it, sentences for the reader; never empty
 */
public record MailGuess(String kind, List<String> signs) {

    private static final int LONGEST = 20_000;

    private static final int MOST_WORDS = 3;

    /**
     * The words of a mail that speak for something.
     * @param mail the mail, of whose text the first 20,000 characters count
     * @param words the words to look for
     * @return a sentence, in the language of the reader, for each of the first three
     * words that are found
     */
    public static List<String> wordsIn(IncomingMail mail, Pattern words) {
        String said = mail.subject() + "\n" + mail.text().substring(0, Math.min(mail.text().length(), LONGEST));
        return words.matcher(said)
            .results()
            .map(MatchResult::group)
            .map((word) -> word.toLowerCase(Locale.ROOT))
            .distinct()
            .limit(MOST_WORDS)
            .map(DeskLanguage.ofReader().of("Skriver «%s»", "Writes “%s”")::formatted)
            .toList();
    }

}
