package no.bits.tls.drift;

/** What can come of a follow-up; the diagram's gateway knows these. */
enum DriftOutcome {

    /** Both contacts are told once more, and we wait again. */
    REPEAT,

    /** It is let be as it is. */
    LET_BE

}
