package no.bits.tls.enrolment;

import java.time.Instant;
import java.util.function.Predicate;

import no.bits.tls.identifier.EmailAddress;
import no.bits.tls.inbox.IncomingMail;

import org.springframework.data.relational.core.mapping.Table;

/**
 * One mail of an enrolment, and whether it may change the form.
 *
 * @param mailId the mail
 * @param sender who wrote it, as far as known
 * @param trusted whether it comes from the applicant for sure; the form never takes a
 * value from another
 * @param verdict what our mail server found out about the sender, in Norwegian
 * @param round how often we had asked the applicant when it came
 * @param read whether what it brings is read
 * @param arrivedAt when we took it in
 */
@Table("enrolment_mail")
record ArrivedMail(long mailId, String sender, boolean trusted, String verdict, int round, boolean read,
        Instant arrivedAt) {

    static ArrivedMail opening(IncomingMail mail) {
        return of(mail, true, 0);
    }

    static ArrivedMail answer(IncomingMail mail, int round, Predicate<EmailAddress> known) {
        return of(mail, mail.isTrusted(known), round);
    }

    ArrivedMail asRead() {
        return new ArrivedMail(this.mailId, this.sender, this.trusted, this.verdict, this.round, true, this.arrivedAt);
    }

    private static ArrivedMail of(IncomingMail mail, boolean trusted, int round) {
        return new ArrivedMail(mail.id(), mail.sender().map(EmailAddress::value).orElseGet(mail::senderName), trusted,
                mail.authentication().norwegian(), round, false, mail.receivedAt());
    }

}
