package no.bits.tls.delivery;

/** What a person does about a mail that did not arrive. */
enum Remedy {

    /** The cause is gone: the same mail is sent once more. */
    SENT_AGAIN,
    /** Nobody knew whether it arrived, and a person says that it did. */
    COUNTED_AS_DELIVERED,
    /** The recipient knows by other means, or need not know. */
    SETTLED_OTHERWISE

}
