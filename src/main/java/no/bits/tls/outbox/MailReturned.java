package no.bits.tls.outbox;

/**
 * A server reported about the delivery of a mail that ours had taken; published in the
 * transaction that noted it.
 *
 * @param mail our mail
 * @param purpose what it was for, for example {@code enrolment-receipt}
 * @param report what became of it
 */
public record MailReturned(SentMail mail, String purpose, DeliveryReport report) {
}
