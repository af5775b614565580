package no.bits.tls.inbox;

import no.bits.tls.workflow.DeskLanguage;

/**
 * What our own mail server found out about who sent a mail (RFC 8601, RFC 7489).
 *
 * @param verdict what it found
 * @param domain the domain of the one address in From; empty where there is not one
 */
public record SenderAuthentication(Verdict verdict, String domain) {

    /** Nothing is known of the sender. */
    public static final SenderAuthentication UNKNOWN = new SenderAuthentication(Verdict.UNKNOWN, "");

    /**
     * The verdict in words, for staff.
     * @return one sentence in the language of the reader, for example
     * {@code DMARC passed for fjordbanken.example}
     */
    public String sentence() {
        return DeskLanguage.ofReader().of(norwegian(), english());
    }

    /** The verdict in words, in Norwegian. */
    public String norwegian() {
        return switch (this.verdict) {
            case PASS -> "DMARC bestått for %s".formatted(this.domain);
            case FAIL -> "DMARC ikke bestått for %s: avsenderen kan være forfalsket".formatted(this.domain);
            case AMBIGUOUS -> "Avsenderen er ikke entydig: e-posten har ikke nøyaktig én Fra-adresse";
            case UNKNOWN -> "Avsenderen er ikke kontrollert av e-posttjeneren vår";
        };
    }

    private String english() {
        return switch (this.verdict) {
            case PASS -> "DMARC passed for %s".formatted(this.domain);
            case FAIL -> "DMARC failed for %s: the sender may be forged".formatted(this.domain);
            case AMBIGUOUS -> "The sender is ambiguous: the e-mail does not have exactly one From address";
            case UNKNOWN -> "The sender has not been checked by our mail server";
        };
    }

    /** What was found. */
    public enum Verdict {

        /** DMARC passed, aligned with the one address in From. */
        PASS,

        /** DMARC was checked and did not pass. */
        FAIL,

        /** There is not exactly one address in From. */
        AMBIGUOUS,

        /** Our mail server says nothing, or nothing that we may believe. */
        UNKNOWN

    }

}
