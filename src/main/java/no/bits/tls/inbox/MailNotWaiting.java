package no.bits.tls.inbox;

/** Somebody decided about a mail that does not wait for a decision. */
public final class MailNotWaiting extends RuntimeException {

    private MailNotWaiting(String message) {
        super(message);
    }

    static MailNotWaiting inState(long id, MailState state) {
        return new MailNotWaiting(
                "The mail with the number %d is %s: only a mail that was put aside waits for a decision".formatted(id,
                        state));
    }

}
