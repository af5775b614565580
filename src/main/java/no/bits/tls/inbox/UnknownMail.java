package no.bits.tls.inbox;

/** Somebody asked for a mail that we do not have. */
public final class UnknownMail extends RuntimeException {

    private UnknownMail(String message) {
        super(message);
    }

    static UnknownMail withId(long id) {
        return new UnknownMail("There is no mail with the number %d".formatted(id));
    }

}
