package no.bits.tls.drift;

import java.time.Instant;
import java.time.LocalDate;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A listed domain whose mail servers drift away from what the scheme asks. Its life: open
 * while the technical contact is told, at first perhaps of a certificate that expires
 * soon, then of what fails; mended as a later look shows; or let be by staff.
 *
 * @param caseNumber the case, see {@link CaseNumber}
 * @param domain the domain
 * @param participantId whose domain it is
 * @param failing whether something fails, and not only will
 * @param expiresAt when the certificate expires that somebody was told of
 * @param daysTold how many days ahead the newest notice of that certificate was due
 * @param round 1 for the first notice of what fails, one more each time staff repeat it
 * @param noticedOn the day on which it was noticed, in Oslo
 */
@Table("drift")
record Drift(@Id @Nullable Long id, @Version @Nullable Long version, String caseNumber, DomainName domain,
        long participantId, State state, boolean failing, @Nullable Instant expiresAt, int daysTold, int round,
        LocalDate noticedOn) {

    static Drift noticed(CaseNumber caseNumber, DomainName domain, long participantId, LocalDate today) {
        return new Drift(null, null, caseNumber.value(), domain, participantId, State.OPEN, false, null, 0, 1, today);
    }

    CaseNumber number() {
        return new CaseNumber(this.caseNumber);
    }

    boolean isOpen() {
        return this.state == State.OPEN;
    }

    /** Whether somebody was told already of that certificate, that late. */
    boolean hasTold(Expiry expiry) {
        return expiry.at().equals(this.expiresAt) && this.daysTold <= expiry.days();
    }

    Drift fails() {
        return new Drift(this.id, this.version, this.caseNumber, this.domain, this.participantId, this.state, true,
                this.expiresAt, this.daysTold, this.round, this.noticedOn);
    }

    Drift expires(Expiry expiry) {
        return new Drift(this.id, this.version, this.caseNumber, this.domain, this.participantId, this.state,
                this.failing, expiry.at(), expiry.days(), this.round, this.noticedOn);
    }

    Drift repeated() {
        return new Drift(this.id, this.version, this.caseNumber, this.domain, this.participantId, this.state,
                this.failing, this.expiresAt, this.daysTold, this.round + 1, this.noticedOn);
    }

    Drift ended(State end) {
        return new Drift(this.id, this.version, this.caseNumber, this.domain, this.participantId, end, this.failing,
                this.expiresAt, this.daysTold, this.round, this.noticedOn);
    }

    /** The day on which the certificate expires, in Oslo. */
    @Nullable LocalDate expiresOn() {
        return (this.expiresAt != null) ? OsloTime.dateOf(this.expiresAt) : null;
    }

    /** How far it has come. */
    enum State {

        /** Somebody is to mend it. */
        OPEN,

        /** A look has shown that all is in order. */
        MENDED,

        /** The domain has left the list. */
        LEFT,

        /** Staff have decided to let it be. */
        LET_BE

    }

}
