package no.bits.tls.outbox;

import java.util.UUID;

/**
 * A letter waits in the queue as soon as its transaction commits.
 *
 * @param id the mail
 */
record LetterStored(UUID id) {
}
