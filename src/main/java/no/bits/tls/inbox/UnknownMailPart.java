package no.bits.tls.inbox;

/** Somebody asked for a part that a mail does not have. */
final class UnknownMailPart extends RuntimeException {

    private UnknownMailPart(String message) {
        super(message);
    }

    static UnknownMailPart attachment(long id, int number) {
        return new UnknownMailPart("The mail with the number %d has no attachment %d".formatted(id, number));
    }

    static UnknownMailPart html(long id) {
        return new UnknownMailPart("The mail with the number %d has no HTML: show its text".formatted(id));
    }

}
