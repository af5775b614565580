package no.bits.tls.drift;

import java.time.Duration;
import java.time.Instant;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.DomainReport;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A listed domain and how its mail servers stood when they were looked at.
 *
 * @param domain the domain
 * @param passed whether it was in order when it was looked at last and we could tell, or
 * when it was listed; false where people have listed it as it was or let it be
 * @param failingSince since when each look has found a fault
 */
@Table("watched_domain")
record WatchedDomain(@Id @Nullable Long id, DomainName domain, boolean passed, @Nullable Instant failingSince) {

    static WatchedDomain listed(DomainName domain, boolean passed) {
        return new WatchedDomain(null, domain, passed, null);
    }

    /** What a look has shown; one that could not tell changes nothing. */
    WatchedDomain seen(DomainReport report, Instant now) {
        if (report.passes()) {
            return new WatchedDomain(this.id, this.domain, true, null);
        }
        return (report.fails() && this.failingSince == null) ? new WatchedDomain(this.id, this.domain, this.passed, now)
                : this;
    }

    /** Is let be, so that nobody is told of it again before it has passed. */
    WatchedDomain letBe() {
        return new WatchedDomain(this.id, this.domain, false, this.failingSince);
    }

    /** Whether it was in order and has failed for longer than a while. */
    boolean hasDrifted(Instant now, Duration atLeast) {
        return this.passed && this.failingSince != null && this.failingSince.plus(atLeast).isBefore(now);
    }

    /** Whether it was in order and a look has found a fault since. */
    boolean mayDrift() {
        return this.passed && this.failingSince != null;
    }

}
