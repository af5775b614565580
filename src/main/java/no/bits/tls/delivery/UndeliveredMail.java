package no.bits.tls.delivery;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A mail of ours that was refused or came back, or of which nobody knows whether it
 * arrived. Its life: opened when the outbox gives the mail up or a server returns it,
 * told what servers say meanwhile, closed when a person has had it sent again or settled
 * it otherwise.
 *
 * @param outboundMailId the mail
 * @param concerns the case that the mail belongs to
 * @param answer what a mail server said last
 * @param remedy what the person did about it, once done
 */
@Table("undelivered_mail")
record UndeliveredMail(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, UUID outboundMailId,
        String concerns, String answer, Instant openedAt, @Nullable Remedy remedy) {

    static UndeliveredMail opened(String caseNumber, UUID mail, String concerns, String answer, Instant at) {
        return new UndeliveredMail(null, null, caseNumber, mail, concerns, answer, at, null);
    }

    UndeliveredMail answered(String by) {
        return new UndeliveredMail(this.id, this.version, this.caseNumber, this.outboundMailId, this.concerns, by,
                this.openedAt, this.remedy);
    }

    UndeliveredMail remedied(Remedy by) {
        return new UndeliveredMail(this.id, this.version, this.caseNumber, this.outboundMailId, this.concerns,
                this.answer, this.openedAt, by);
    }

}
