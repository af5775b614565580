package no.bits.tls.casebook;

import java.time.Instant;

/**
 * Something that happened in a case.
 *
 * @param at when
 * @param kind what kind of thing
 * @param what what it is about: a subject, a domain, an outcome, a task's name
 * @param who from whom, to whom, or by whom; may be empty
 * @param words in whose own words, or in which state; may be empty
 * @param reference the number by which it can be opened
 */
record CaseEvent(Instant at, Kind kind, String what, String who, String words, String reference) {

    /** What can happen in a case. */
    enum Kind {

        /** A mail reached us. */
        MAIL_IN,

        /** We wrote a mail. */
        MAIL_OUT,

        /** A domain's mail servers were looked at. */
        CHECK,

        /** A person decided. */
        DECISION,

        /** A person noted something. */
        COMMENT,

        /** Something came for a person to do. */
        TASK,

        /** The case began. */
        OPENED,

        /** The case ended. */
        CLOSED

    }
}
