package no.bits.tls.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;

import no.bits.tls.calendar.OsloTime;

/**
 * What a mail server said about a mail of ours, for staff.
 *
 * @param at when we heard it, in Oslo
 * @param words the server's words
 */
record Said(OffsetDateTime at, String words) {

    static Said at(Instant moment, String words) {
        return new Said(moment.atZone(OsloTime.ZONE).toOffsetDateTime(), words);
    }

}
