package no.bits.tls.inbox;

/**
 * A mail could not be handled and waits for a person; published in the transaction that
 * put it aside.
 *
 * @param mailId its number in our tables
 * @param reason one sentence in Norwegian that says why
 */
public record MailQuarantined(long mailId, String reason) {
}
