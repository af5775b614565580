package no.bits.tls.review;

/** What can come of a follow-up; the diagram's gateway knows these. */
enum ReviewOutcome {

    /** The participant has confirmed a version. */
    CONFIRMED,

    /** It is asked again on another day. */
    ASK_AGAIN,

    /** It did not confirm, and staff stop asking. */
    NONE

}
