package no.bits.tls.participant;

/** An organisation that takes part. */
public record Participant(long id, String organisation,
        no.bits.tls.identifier.@org.jspecify.annotations.Nullable OrganisationNumber organisationNumber) {
}
