package no.bits.tls.outbox;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Somebody asked for a mail of ours that does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class UnknownOutgoingMail extends RuntimeException {

    private UnknownOutgoingMail(String message) {
        super(message);
    }

    static UnknownOutgoingMail withId(UUID id) {
        return new UnknownOutgoingMail("We never wrote a mail with the number %s".formatted(id));
    }

}
