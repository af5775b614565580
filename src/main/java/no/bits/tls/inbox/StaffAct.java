package no.bits.tls.inbox;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import no.bits.tls.calendar.OsloTime;

/**
 * What a person last did in the mail room about a mail that was put aside.
 *
 * @param kind what
 * @param by who
 * @param at when
 */
record StaffAct(Kind kind, String by, Instant at) {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter
        .ofPattern("d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("nb"))
        .withZone(OsloTime.ZONE);

    /** The act in words, for staff: one sentence in Norwegian. */
    String sentence() {
        return "%s av %s %s".formatted(switch (this.kind) {
            case TAKEN_IN -> "Tatt inn som ny e-post";
            case TRIED_AGAIN -> "Prøvd på nytt";
            case DISMISSED -> "Lagt bort";
        }, this.by, DAY_AND_TIME.format(this.at));
    }

    /** The acts there are. */
    enum Kind {

        /** It is a person's mail, whatever it looks like. */
        TAKEN_IN,

        /** It is handled again as if it came now. */
        TRIED_AGAIN,

        /** Nothing is to be done about it. */
        DISMISSED

    }

}
