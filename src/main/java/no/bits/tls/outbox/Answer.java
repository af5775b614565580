package no.bits.tls.outbox;

import java.util.Set;

/**
 * What became of a mail at the SMTP server.
 *
 * @param meaning what it means for the mail
 * @param text what the server said, or what happened instead; one line
 */
record Answer(Meaning meaning, String text) {

    private static final int NOT_ALLOWED_TO_SEND = 530;

    private static final Set<Integer> COME_BACK_LATER = Set.of(421, 450, 451, 452);

    Answer {
        text = text.strip().replaceAll("\\p{Cntrl}+", " ");
        text = text.substring(0, Math.min(1000, text.length()));
    }

    /**
     * The meaning of an answer before the recipient was named.
     * @param code the SMTP reply code; whatever is none counts as a lost connection
     * @param text the reply
     * @return accepted, later or never; 530 speaks of our log-in or TLS and not of the
     * mail (RFC 4954, RFC 3207), so it means later
     */
    static Answer toSender(int code, String text) {
        return new Answer(switch (code / 100) {
            case 2 -> Meaning.ACCEPTED;
            case 5 -> (code != NOT_ALLOWED_TO_SEND) ? Meaning.NEVER : Meaning.LATER;
            default -> Meaning.LATER;
        }, text);
    }

    /**
     * The meaning of an answer between the recipient and the final dot.
     * @param code the SMTP reply code; whatever is none counts as a lost connection
     * @param text the reply
     * @return accepted, later, later for all of the recipient's domain, or never
     */
    static Answer toRecipient(int code, String text) {
        return COME_BACK_LATER.contains(code) ? new Answer(Meaning.DOMAIN_LATER, text) : toSender(code, text);
    }

    /**
     * The meaning of an answer to the final dot.
     * @param code the SMTP reply code; whatever is none leaves us in doubt
     * @param text the reply
     * @return accepted, later, later for all of the recipient's domain, never or unknown
     */
    static Answer toDot(int code, String text) {
        return new Answer(switch (code / 100) {
            case 2 -> Meaning.ACCEPTED;
            case 4 -> COME_BACK_LATER.contains(code) ? Meaning.DOMAIN_LATER : Meaning.LATER;
            case 5 -> Meaning.NEVER;
            default -> Meaning.UNKNOWN;
        }, text);
    }

    boolean accepted() {
        return this.meaning == Meaning.ACCEPTED;
    }

    /** What an answer means for the mail. */
    enum Meaning {

        /** The server has it. */
        ACCEPTED,

        /** Not now. */
        LATER,

        /** Not now, and nothing else for the recipient's domain either. */
        DOMAIN_LATER,

        /** Not at all. */
        NEVER,

        /** It may or may not have it. */
        UNKNOWN

    }

}
