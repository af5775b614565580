package no.bits.tls.outbox;

import java.util.UUID;

/** Somebody asked for a mail of ours that does not exist. */
public final class UnknownOutgoingMail extends RuntimeException {

    private UnknownOutgoingMail(String message) {
        super(message);
    }

    static UnknownOutgoingMail withId(UUID id) {
        return new UnknownOutgoingMail("We never wrote a mail with the number %s".formatted(id));
    }

}
