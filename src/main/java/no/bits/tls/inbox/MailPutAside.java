package no.bits.tls.inbox;

/**
 * A mail has no case and waits for a person; published in the transaction that put it
 * aside.
 *
 * @param mailId its number in our tables
 * @param reason why no case has it
 * @param sentence the same as one sentence in Norwegian
 */
public record MailPutAside(long mailId, Reason reason, String sentence) {

    /** Why a mail was put aside. */
    public enum Reason {

        /** No kind of case recognised it. */
        UNCLAIMED,

        /** It is larger, deeper or slower to read than we permit. */
        BEYOND_LIMITS,

        /** It comes from our own address or from this system: perhaps a loop. */
        OWN_MAIL,

        /** Handling it failed as often as we try. */
        FAILED

    }

}
