package no.bits.tls.inbox;

/** A mail is more than we read; one sentence says so to staff. */
final class MailBeyondLimits extends RuntimeException {

    private final Sentence sentence;

    MailBeyondLimits(Sentence sentence) {
        super(sentence.norwegian());
        this.sentence = sentence;
    }

    Sentence sentence() {
        return this.sentence;
    }

}
