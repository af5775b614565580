package no.bits.tls.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How our mails are doing, in numbers of mails.
 *
 * @param waiting on their way: new, tried again later or at work right now
 * @param held waiting because their address had its share of this day (MAIL.md, inbox 7)
 * @param sent taken by the mail server, ever
 * @param sentLastDay taken by the mail server in the last 24 hours
 * @param failed refused for good or for too long
 * @param uncertain cut between our final dot and its answer (RFC 1047), and nobody knows
 * yet
 * @param oldestWaitingSince since when we owe the oldest mail that waits or is held;
 * {@code null} where there is none
 * @param pausedDomains the number of domains whose servers asked us to come back later
 */
public record OutboxFigures(long waiting, long held, long sent, long sentLastDay, long failed, long uncertain,
        @Nullable Instant oldestWaitingSince, long pausedDomains) {
}
