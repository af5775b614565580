package no.bits.tls.outbox;

import java.time.Instant;

/**
 * A domain whose server asked us to come back later, so that all its mails wait.
 *
 * @param domain the domain, in lower case
 * @param refusals how often in a row it asked
 * @param until when the next mail is tried
 * @param answer what its server said last, with the SMTP reply code
 */
record PausedDomain(String domain, int refusals, Instant until, String answer) {
}
