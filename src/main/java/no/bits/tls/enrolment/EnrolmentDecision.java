package no.bits.tls.enrolment;

/** What staff can decide about an enrolment. */
enum EnrolmentDecision {

    /** Its domains go on the Domain List. */
    APPROVED,
    /** The applicant is asked for more. */
    MORE_NEEDED,
    /** It is turned down, with a reason. */
    DECLINED

}
