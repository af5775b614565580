package no.bits.tls.outbox;

import java.time.Instant;

/**
 * An attempt to send a mail ended; published in the transaction that notes it.
 *
 * @param purpose what the mail is for
 * @param state how it ended
 * @param createdAt when we owed the mail
 */
record MailConcluded(String purpose, OutgoingMail.State state, Instant createdAt) {
}
