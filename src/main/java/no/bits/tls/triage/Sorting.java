package no.bits.tls.triage;

/** What a person says a mail is. */
enum Sorting {

    /** An organisation asks to join: an enrolment starts from it. */
    ENROLMENT,
    /** Whatever it is, the system shall try once more by itself. */
    TRY_AGAIN,
    /** Nothing for us: it is kept, and nothing else happens. */
    NOTHING_FOR_US;

    boolean isForUs() {
        return this != NOTHING_FOR_US;
    }

}
