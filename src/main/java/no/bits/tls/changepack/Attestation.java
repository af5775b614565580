package no.bits.tls.changepack;

import java.time.Instant;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.DeskLanguage;

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
        ENROLMENT("ved innmeldingen", "by enrolling"),

        /** On the answer page. */
        PAGE("på svarsiden", "on the answer page"),

        /** In a mail that a person has read. */
        REPLY("på e-post", "by e-mail"),

        /** By telephone. */
        PHONE("på telefon", "by telephone");

        private final String norwegian;

        private final String english;

        Means(String norwegian, String english) {
            this.norwegian = norwegian;
            this.english = english;
        }

        /** How, within a sentence, in the language of the reader. */
        String inWords() {
            return DeskLanguage.ofReader().of(this.norwegian, this.english);
        }

    }

}
