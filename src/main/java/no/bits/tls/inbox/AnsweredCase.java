package no.bits.tls.inbox;

import no.bits.tls.workflow.CaseNumber;
import no.bits.tls.workflow.DeskLanguage;

/**
 * The case that a mail answers, and how we know.
 *
 * @param caseNumber the case
 * @param evidence how we know
 */
public record AnsweredCase(CaseNumber caseNumber, Evidence evidence) {

    /**
     * How we know, for staff.
     * @return one sentence in the language of the reader
     */
    public String sentence() {
        return DeskLanguage.ofReader().of(norwegian(), english());
    }

    /** How we know, in Norwegian. */
    String norwegian() {
        return switch (this.evidence) {
            case TOKEN -> "Svar til svaradressen i en e-post vi sendte i sak %s".formatted(this.caseNumber);
            case REFERENCE -> "Svar på en e-post vi sendte i sak %s".formatted(this.caseNumber);
            case MARKER -> "Siterer saksnummeret %s fra en e-post vi sendte".formatted(this.caseNumber);
            case KNOWN_SENDER ->
                "Emnet nevner sak %s, og avsenderen har skrevet i saken før".formatted(this.caseNumber);
            case SUBJECT -> "Emnet nevner sak %s".formatted(this.caseNumber);
            case PERSON -> "Lagt til sak %s av en saksbehandler".formatted(this.caseNumber);
        };
    }

    private String english() {
        return switch (this.evidence) {
            case TOKEN -> "Sent to the answer address of an e-mail of ours in case %s".formatted(this.caseNumber);
            case REFERENCE -> "An answer to an e-mail of ours in case %s".formatted(this.caseNumber);
            case MARKER -> "Quotes the case number %s from an e-mail of ours".formatted(this.caseNumber);
            case KNOWN_SENDER ->
                "The subject names case %s, and the sender has written in the case before".formatted(this.caseNumber);
            case SUBJECT -> "The subject names case %s".formatted(this.caseNumber);
            case PERSON -> "Put to case %s by a member of staff".formatted(this.caseNumber);
        };
    }

    /** What ties a mail to its case, the strongest first. */
    public enum Evidence {

        /** It was sent to the answer address with our HMAC. */
        TOKEN,

        /** It answers or refers to one of our Message-IDs. */
        REFERENCE,

        /** It quotes the line with the case number at the end of our mails. */
        MARKER,

        /** Its subject names the case, and its sender belongs to it. */
        KNOWN_SENDER,

        /** Its subject names the case: no more than a suggestion. */
        SUBJECT,

        /** A person said so. */
        PERSON

    }

}
