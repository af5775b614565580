package no.bits.tls.participant;

/** An organisation that takes part. */
public record Participant(long id, String organisation) {
}
