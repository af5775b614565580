package no.bits.tls.domaincheck;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who ran a domain's mail servers for some time.
 *
 * @param names the last two labels of each MX, sorted and with commas between
 * @param since when it was seen first
 * @param before when another was seen for the first time; nothing while it is in force
 */
public record MailOperator(String names, Instant since, @Nullable Instant before) {
}
