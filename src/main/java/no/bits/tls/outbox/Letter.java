package no.bits.tls.outbox;

import java.util.List;
import java.util.Map;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.workflow.CaseNumber;

/**
 * One letter that we owe somebody.
 *
 * @param purpose what it is for and the name of its text, for example
 * {@code enrolment-receipt} for {@code mails/enrolment-receipt.txt}
 * @param caseNumber the case, shown in the subject
 * @param recipient the one address that gets it
 * @param period what tells this letter from the same one sent earlier in the same case,
 * for example {@code 2026-Q4}; empty where a case sends it once
 * @param importance what happens when nobody knows whether it arrived
 * @param thread the Message-IDs of the mails that it answers, oldest first, with angle
 * brackets; may be empty
 * @param words what its text needs, by name
 */
public record Letter(String purpose, CaseNumber caseNumber, EmailAddress recipient, String period,
        Importance importance, List<String> thread, Map<String, Object> words) {

    /**
     * What to do when the connection broke between our final dot and the answer (RFC
     * 1047).
     */
    public enum Importance {

        /** A receipt or confirmation: sent once more with the same Message-ID. */
        OWED,

        /** A reminder: never repeated by itself. */
        REMINDER

    }

}
