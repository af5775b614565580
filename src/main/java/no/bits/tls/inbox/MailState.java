package no.bits.tls.inbox;

/** How far a mail has come. */
enum MailState {

    /** Safe in our tables, not yet handled. */
    STORED,

    /** It belongs to a case. */
    HANDLED,

    /** No kind of case recognised it. */
    UNCLAIMED,

    /** It cannot or must not be handled by itself. */
    QUARANTINED,

    /** A machine sent it (RFC 3834): kept, never handled. */
    MACHINE,

    /** Our mail server found it to be spam, and nothing in it concerns us. */
    SPAM,

    /** The same bytes came before. */
    DUPLICATE,

    /** A person said that nothing is to be done. */
    DISMISSED;

    boolean isAside() {
        return switch (this) {
            case UNCLAIMED, QUARANTINED, MACHINE, SPAM, DISMISSED -> true;
            case STORED, HANDLED, DUPLICATE -> false;
        };
    }

}
