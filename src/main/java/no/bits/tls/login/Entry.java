package no.bits.tls.login;

import java.time.Instant;

/**
 * A line in the book of who has looked at personal data.
 *
 * @param id its number
 * @param person the user's id
 * @param time when they looked for the first time in that hour
 * @param look at what
 */
record Entry(long id, String person, Instant time, Look look) {
}
