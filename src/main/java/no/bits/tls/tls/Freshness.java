package no.bits.tls.tls;

/** How old an answer of a mail server may be that somebody else has asked for. */
public enum Freshness {

    /** As old as the setting {@code backoffice.tls.pace.shared-for} says, 5 minutes. */
    SHARED,

    /** A minute at most ({@code backoffice.tls.pace.now-after}): "check again now". */
    NOW

}
