package no.bits.tls.inbox;

/**
 * Handling a mail failed once; it is tried again or put aside.
 *
 * @param id the mail
 */
record AttemptFailed(long id) {
}
