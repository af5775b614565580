package no.bits.tls.triage;

/** What a person does about a mail that was put aside and waits in no task. */
enum PutAsideAct {

    /** It is a person's mail, whatever it looks like. */
    TAKE_IN,
    /** It is handled again as if it came now. */
    TRY_AGAIN,
    /** Nothing for us: it is kept, and nothing else happens. */
    DISMISS

}
