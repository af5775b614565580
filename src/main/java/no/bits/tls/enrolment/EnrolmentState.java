package no.bits.tls.enrolment;

/** How far an enrolment has come. */
enum EnrolmentState {

    /** A mail is here; what it brings is not read yet. */
    RECEIVED,
    /** The forms are read; a person decides, or more is asked for at once. */
    IN_REVIEW,
    /** More is needed from the applicant, who is about to be asked. */
    MORE_NEEDED,
    /** The applicant was asked. */
    AWAITING_ANSWER,
    /** The applicant did not answer in time; an answer brings it back. */
    LAPSED,
    /** A person approved it; the domains are about to be listed. */
    APPROVED,
    /** Its domains are on the Domain List. */
    LISTED,
    /** A person declined it. */
    DECLINED

}
