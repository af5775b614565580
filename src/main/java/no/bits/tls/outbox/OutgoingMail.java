package no.bits.tls.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail of ours as staff see it.
 *
 * @param id the mail
 * @param caseNumber its case
 * @param purpose what it is for, for example {@code enrolment-receipt}
 * @param recipient who gets it
 * @param subject its subject, with the case number
 * @param text what it says
 * @param state how far it has come
 * @param repeated whether it was sent a second time because nobody knew whether the first
 * arrived
 * @param createdAt when we owed it
 * @param sentAt when the mail server took it
 * @param lastAnswer what the mail server said last
 * @param nextAttemptAt when it is tried next; {@code null} where it is not
 */
public record OutgoingMail(UUID id, String caseNumber, String purpose, String recipient, String subject, String text,
        State state, boolean repeated, Instant createdAt, @Nullable Instant sentAt, @Nullable String lastAnswer,
        @Nullable Instant nextAttemptAt) {

    /** How far a mail has come; the names are those in the table. */
    public enum State {

        /** Stored, not tried yet. */
        NEW,

        /** Waits because its address had its share of this day (MAIL.md, inbox 7). */
        HELD,

        /** A worker has it until its lease runs out. */
        CLAIMED,

        /** The final dot goes out next: from here on it may have arrived. */
        IN_DATA,

        /** The mail server took it. */
        SENT,

        /** Not taken yet; tried again later. */
        RETRY,

        /** Refused for good, or for too long. */
        FAILED,

        /** The connection broke between our final dot and the answer (RFC 1047). */
        UNCERTAIN,

        /** The server took it, but a later one sent it back (RFC 3464). */
        RETURNED

    }

}
