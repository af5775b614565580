package no.bits.tls.tls;

/**
 * What is to be mended at a domain's mail servers.
 *
 * @param mailHost the server, by the name in the MX record; empty where it concerns the
 * domain as a whole
 * @param verdict what was found, with the sentences that say how to mend it
 */
public record Fault(String mailHost, Verdict verdict) {
}
