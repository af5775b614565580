package no.bits.tls.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as it will leave, however often it is tried.
 *
 * @param id the mail's id
 * @param messageId its Message-ID, with angle brackets
 * @param thread the Message-IDs in its References, separated by spaces
 * @param envelopeSender where delivery reports go
 * @param subject its subject, with the case number
 * @param body its text, as people read it
 * @param message the whole message (RFC 5322), 7-bit clean, its lines ending with CRLF
 * @param writtenAt its date
 */
record WrittenLetter(UUID id, String messageId, String thread, String envelopeSender, String subject, String body,
        byte[] message, Instant writtenAt) {
}
