package no.bits.tls.inbox;

/** A mail is more than we read; its message is one sentence in Norwegian for staff. */
final class MailBeyondLimits extends RuntimeException {

    MailBeyondLimits(String sentence) {
        super(sentence);
    }

}
