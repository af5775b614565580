package no.bits.tls.domaincheck;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.InboundProofReport;
import no.bits.tls.workflow.CaseNumber;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has domains' mail servers looked at and tells what was seen. Asking only notes the
 * wish, in the caller's transaction; the looking is done outside of transactions, and
 * {@link DomainChecked} tells of it.
 */
@Service
@Transactional
public class DomainChecks {

    private static final int MOST_LOOKED_BACK = 20;

    private final DomainCheckRepository repository;

    private final ApplicationEventPublisher events;

    private final Clock clock;

    DomainChecks(DomainCheckRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Has the domains of a case looked at, and forgets what was seen for it before.
     * @param caseNumber the case
     * @param reason why
     * @param domains its domains as they are now
     */
    public void ask(CaseNumber caseNumber, Reason reason, Collection<DomainName> domains) {
        this.repository.forget(caseNumber);
        domains.stream().distinct().sorted().forEach((domain) -> ask(domain, reason, caseNumber, this.clock.instant()));
    }

    /**
     * Has it proven that domains refuse mail in clear from a listed domain (requirement
     * 5.2.4), to which their participant has agreed.
     * @param caseNumber the case
     * @param domains its domains
     */
    public void askForProof(CaseNumber caseNumber, Collection<DomainName> domains) {
        domains.forEach((domain) -> ask(domain, Reason.PROOF, caseNumber, this.clock.instant()));
    }

    /**
     * Has a domain on the list looked at later: at the given time, or earlier where that
     * was wanted already.
     * @param domain the domain
     * @param dueAt when
     */
    public void schedule(DomainName domain, Instant dueAt) {
        this.repository.lock(domain);
        if (!this.repository.bringForward(domain, dueAt)) {
            this.repository.forgetRoutine(domain, MOST_LOOKED_BACK);
            ask(domain, Reason.LIST, null, dueAt);
        }
    }

    /**
     * Has a domain that left the list no longer looked at.
     * @param domain the domain
     */
    public void unschedule(DomainName domain) {
        this.repository.cancelRoutine(domain);
    }

    /**
     * What was seen last at a domain, for whatever reason.
     * @param domain the domain
     * @return the newest report, also where a server has asked us to come again
     */
    @Transactional(readOnly = true)
    public Optional<DomainReport> latest(DomainName domain) {
        return of(domain).stream().flatMap((check) -> check.seen().stream()).reduce((older, newer) -> newer);
    }

    /**
     * Whether nothing is to be looked at any more for a case.
     * @param caseNumber the case
     * @return whether every check that it asked for is done for good
     */
    @Transactional(readOnly = true)
    public boolean areDone(CaseNumber caseNumber) {
        return !this.repository.isPending(caseNumber);
    }

    /**
     * Whether nothing is to be looked at any more for a case, for one reason.
     * @param caseNumber the case
     * @param reason the reason
     * @return whether every check that it asked for because of that is done for good
     */
    @Transactional(readOnly = true)
    public boolean areDone(CaseNumber caseNumber, Reason reason) {
        return of(caseNumber).stream().noneMatch((check) -> check.reason() == reason && check.isPending());
    }

    /**
     * What was seen last for a case.
     * @param caseNumber the case
     * @return the newest report of each domain of which there is one
     */
    @Transactional(readOnly = true)
    public Map<DomainName, DomainReport> seen(CaseNumber caseNumber) {
        Map<DomainName, DomainReport> seen = new TreeMap<>();
        of(caseNumber).forEach((check) -> check.seen().ifPresent((report) -> seen.put(check.domain(), report)));
        return seen;
    }

    /**
     * What was proven for a case.
     * @param caseNumber the case
     * @return the newest proof of each domain of which there is one
     */
    @Transactional(readOnly = true)
    public Map<DomainName, InboundProofReport> proofs(CaseNumber caseNumber) {
        Map<DomainName, InboundProofReport> proofs = new TreeMap<>();
        for (DomainCheck check : of(caseNumber)) {
            if (check.proof() != null) {
                proofs.put(check.domain(), check.proof());
            }
        }
        return proofs;
    }

    /** Has a domain looked at once more since a person wants to know. */
    void askNow(DomainName domain, @Nullable CaseNumber caseNumber) {
        boolean asked = (caseNumber != null) ? isAskedNow(of(caseNumber), domain)
                : this.repository.isPending(domain, Reason.STAFF);
        if (!asked) {
            ask(domain, Reason.STAFF, caseNumber, this.clock.instant());
        }
    }

    @Transactional(readOnly = true)
    List<DomainCheck> of(CaseNumber caseNumber) {
        return this.repository.of(caseNumber);
    }

    @Transactional(readOnly = true)
    List<DomainCheck> of(DomainName domain) {
        return this.repository.of(domain, MOST_LOOKED_BACK);
    }

    private void ask(DomainName domain, Reason reason, @Nullable CaseNumber caseNumber, Instant dueAt) {
        Instant now = this.clock.instant();
        this.repository.insert(domain, reason, caseNumber, now, dueAt);
        if (!dueAt.isAfter(now)) {
            this.events.publishEvent(new ChecksAsked());
        }
    }

    private static boolean isAskedNow(List<DomainCheck> checks, DomainName domain) {
        return checks.stream()
            .anyMatch((check) -> check.domain().equals(domain) && check.isPending() && check.attempts() == 0);
    }

}
