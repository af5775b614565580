package no.bits.tls.enrolment;

/** How far an enrolment has come. */
enum EnrolmentState {

    /** Its mail is here; the forms are not read yet. */
    RECEIVED,
    /** The forms are read; a person decides. */
    IN_REVIEW,
    /** A person approved it; the domains are about to be listed. */
    APPROVED,
    /** Its domains are on the Domain List. */
    LISTED,
    /** A person declined it. */
    DECLINED

}
