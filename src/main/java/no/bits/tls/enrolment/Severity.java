package no.bits.tls.enrolment;

/** How much a finding weighs. */
enum Severity {

    /** A requirement is not met: approving all the same needs a written reason. */
    MANDATORY,
    /** Something that a person should look at before deciding. */
    WARNING,
    /** Worth knowing. */
    INFO

}
