package no.bits.tls.outbox;

/** A worker was so slow that its mail was given to another. */
final class LeaseLost extends RuntimeException {

    private LeaseLost(String message) {
        super(message);
    }

    static LeaseLost of(QueuedMail mail) {
        return new LeaseLost(
                "The mail %s was taken over by another worker: raise backoffice.outbox.lease if this repeats"
                    .formatted(mail.id()));
    }

}
