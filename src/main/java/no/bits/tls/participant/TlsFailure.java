package no.bits.tls.participant;

import java.time.Instant;
import java.util.UUID;

import no.bits.tls.identifier.DomainName;

/**
 * A mail of ours that could not go over TLS.
 *
 * @param domain the recipient's domain
 * @param noticedAt when we were told
 * @param outboundMailId our mail
 * @param status the enhanced status code (RFC 3463), may be empty
 * @param said what the server said
 */
public record TlsFailure(DomainName domain, Instant noticedAt, UUID outboundMailId, String status, String said) {
}
