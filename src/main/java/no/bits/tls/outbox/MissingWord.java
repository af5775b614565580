package no.bits.tls.outbox;

/** A letter did not bring a word that its text needs. */
public final class MissingWord extends RuntimeException {

    private MissingWord(String message) {
        super(message);
    }

    static MissingWord in(String purpose, String word) {
        return new MissingWord(
                "The text mails/%s.txt needs the word %s: add it to the letter's words".formatted(purpose, word));
    }

}
