package no.bits.tls.milestone;

/** What can come of the question at the milestone; the diagram's gateway knows these. */
enum MilestoneAnswer {

    /** Mail without TLS from listed domains is rejected: the list says Ja. */
    DONE,

    /** It cannot be configured, which requirement 5.2.4 allows: the list says Nei. */
    NOT_ABLE,

    /** Not yet: asked again on another day. */
    MORE_TIME,

    /** Nobody answered, and staff stop asking. */
    NONE

}
