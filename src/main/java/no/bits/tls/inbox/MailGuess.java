package no.bits.tls.inbox;

import java.util.List;

/**
 * What a mail may be.
 *
 * @param kind the kind of case, as in {@link Inbox#kinds()}
 * @param signs what speaks for it, sentences in Norwegian; never empty
 */
public record MailGuess(String kind, List<String> signs) {
}
