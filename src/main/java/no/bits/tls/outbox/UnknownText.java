package no.bits.tls.outbox;

/** A letter's purpose has no text, or one that cannot be read. */
public final class UnknownText extends RuntimeException {

    private UnknownText(String message, Throwable cause) {
        super(message, cause);
    }

    private UnknownText(String message) {
        super(message);
    }

    static UnknownText without(String purpose, Exception cause) {
        return new UnknownText(
                "There is no text mails/%s.txt: write it or correct the letter's purpose".formatted(purpose), cause);
    }

    static UnknownText malformed(String purpose) {
        return new UnknownText(
                "The text mails/%s.txt must have a comment [/* ... */], a line Subject: ..., an empty line and a body"
                    .formatted(purpose));
    }

}
