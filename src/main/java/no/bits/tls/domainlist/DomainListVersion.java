package no.bits.tls.domainlist;

import java.time.Instant;

/**
 * One publication of the Domain List.
 *
 * @param number 1 for the first publication, without gaps; 0 before it
 * @param publishedAt when, to the second
 * @param domains how many rows it has
 * @param sha256 the SHA-256 of its CSV file, in hexadecimal digits
 */
public record DomainListVersion(long number, Instant publishedAt, int domains, String sha256) {
}
