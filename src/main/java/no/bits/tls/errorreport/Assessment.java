package no.bits.tls.errorreport;

import no.bits.tls.errorreport.ErrorReport.State;

/** What a person finds that an error report is. */
enum Assessment {

    /** The participants' servers fail: they are told. */
    TELL(State.PURSUED),

    /** The reporter's own set-up fails: it is told what to change. */
    OWN_SIDE(State.OWN_SIDE),

    /** It is no matter of TLS. */
    NOT_TLS(State.NOT_TLS),

    /** The domain takes no part in the scheme. */
    NOT_LISTED(State.NOT_LISTED),

    /** What was sent does not suffice. */
    ASK(State.ASKED),

    /** Another case has it already. */
    JOIN(State.JOINED);

    private final State state;

    Assessment(State state) {
        this.state = state;
    }

    /** Where the case stands from now on. */
    State state() {
        return this.state;
    }

    /** Whether the reporter is answered and the case ends. */
    boolean isAnswer() {
        return this == OWN_SIDE || this == NOT_TLS || this == NOT_LISTED;
    }

}
