package no.bits.tls.domaincheck;

/** Why a domain's mail servers are looked at. */
public enum Reason {

    /** It wants to be listed. */
    ENROLMENT,

    /** Its three-month milestone has come. */
    MILESTONE,

    /**
     * Its participant has agreed that we prove that it enforces TLS on what comes in
     * (requirement 5.2.4).
     */
    PROOF,

    /** It is on the list. */
    LIST,

    /** Somebody has reported that mail to it fails. */
    ERROR_REPORT,

    /** A member of staff wants to know. */
    STAFF

}
