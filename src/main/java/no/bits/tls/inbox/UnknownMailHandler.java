package no.bits.tls.inbox;

import java.util.Collection;

/** Somebody gave a mail to a kind of case that takes no mails. */
public final class UnknownMailHandler extends RuntimeException {

    private UnknownMailHandler(String message) {
        super(message);
    }

    static UnknownMailHandler ofKind(String kind, Collection<String> kinds) {
        return new UnknownMailHandler("No kind of case called %s takes mails: choose one of %s".formatted(kind, kinds));
    }

}
