package no.bits.tls.enrolment;

/** What staff can decide about an enrolment. */
enum EnrolmentDecision {

    /** Its domains go on the Domain List. */
    APPROVED,
    /** It is turned down, with a reason. */
    DECLINED

}
