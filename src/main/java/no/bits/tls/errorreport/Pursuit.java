package no.bits.tls.errorreport;

/** What a person wants done about servers that were told of. */
enum Pursuit {

    /** Tell the participants once more, both contacts, and wait again. */
    TELL_AGAIN,

    /** Leave the clock as it is. */
    WAIT,

    /** It is solved: everybody hears it. */
    SOLVED,

    /** It will not be solved: whoever reported it hears why. */
    GIVE_UP,

    /** Announce that the domains leave the list. */
    LEAVE

}
