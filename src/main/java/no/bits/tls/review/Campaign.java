package no.bits.tls.review;

/**
 * A quarter's campaign.
 *
 * @param quarter for example {@code 2027-Q1}
 * @param lastParticipant how far it has come
 * @param opened how many reviews it has opened
 */
record Campaign(String quarter, long lastParticipant, int opened) {
}
