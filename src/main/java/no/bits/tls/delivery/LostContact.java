package no.bits.tls.delivery;

import java.time.Instant;

import no.bits.tls.identifier.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An address at which nobody can be reached any more. Its life: opened when servers have
 * said so on two different days, closed when a person has found a new address or settled
 * it otherwise; from then on the days are counted anew.
 *
 * @param address where our mails went
 * @param concerns the case of the mail that opened it
 * @param outcome what the person found, once closed
 * @param newAddress where our mails go from now on
 */
@Table("lost_contact")
record LostContact(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, EmailAddress address,
        String concerns, Instant openedAt, @Nullable Outcome outcome, @Nullable EmailAddress newAddress,
        @Nullable Instant closedAt) {

    static LostContact opened(String caseNumber, EmailAddress address, String concerns, Instant at) {
        return new LostContact(null, null, caseNumber, address, concerns, at, null, null, null);
    }

    LostContact foundAt(EmailAddress now, Instant at) {
        return closed(Outcome.NEW_ADDRESS, now, at);
    }

    LostContact settledOtherwise(Instant at) {
        return closed(Outcome.SETTLED_OTHERWISE, null, at);
    }

    private LostContact closed(Outcome by, @Nullable EmailAddress now, Instant at) {
        return new LostContact(this.id, this.version, this.caseNumber, this.address, this.concerns, this.openedAt, by,
                now, at);
    }

    /** What a person found. */
    enum Outcome {

        /** The contact has another address. */
        NEW_ADDRESS,

        /** No other address is needed, or it is somebody else's to change. */
        SETTLED_OTHERWISE

    }

}
