package no.bits.tls.changepack;

import java.time.Instant;

import no.bits.tls.workflow.CaseNumber;

/**
 * A participant's word that its mail server has a version of the Domain List (requirement
 * 5.3.1).
 *
 * @param participantId the participant
 * @param listVersion the version
 * @param caseNumber the case in which it was given
 * @param means how it was given
 * @param confirmedAt when
 */
public record Attestation(long participantId, long listVersion, CaseNumber caseNumber, Means means,
        Instant confirmedAt) {

    /** How a participant confirms. */
    public enum Means {

        /** By enrolling: the declaration of conformity says so. */
        ENROLMENT("ved innmeldingen"),

        /** On the answer page. */
        PAGE("på svarsiden"),

        /** In a mail that a person has read. */
        REPLY("på e-post"),

        /** By telephone. */
        PHONE("på telefon");

        private final String norwegian;

        Means(String norwegian) {
            this.norwegian = norwegian;
        }

        /** How, in Norwegian, within a sentence. */
        public String norwegian() {
            return this.norwegian;
        }

    }

}
