package no.bits.tls.tls;

/** Whether a server takes mail in clear from a listed domain (requirement 5.2.4). */
public enum Enforcement {

    /** It refuses such mail for good (5xx). */
    ENFORCED,

    /** It refuses such mail for a while (4xx): delayed, not rejected. */
    DELAYED,

    /** It would take such mail. */
    NOT_ENFORCED,

    /** It could not be tried. */
    UNKNOWN

}
