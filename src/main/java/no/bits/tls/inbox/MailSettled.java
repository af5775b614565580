package no.bits.tls.inbox;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A mail was handled or put aside by itself, without a person; published in the
 * transaction that did so.
 *
 * @param kind the kind of case that has it, or why none has
 * @param receivedAt when a mail that a case has was taken in
 */
record MailSettled(String kind, @Nullable Instant receivedAt) {

    static MailSettled handled(IncomingMail mail, MailHandler handler) {
        return new MailSettled(handler.kind(), mail.receivedAt());
    }

    static MailSettled as(MailState state) {
        return new MailSettled(state.name().toLowerCase(Locale.ROOT), null);
    }

}
