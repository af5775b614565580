package no.bits.tls.drift;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.domaincheck.DomainCheck;
import no.bits.tls.domaincheck.DomainChecked;
import no.bits.tls.domaincheck.DomainChecks;
import no.bits.tls.enrolment.ParticipantListed;
import no.bits.tls.identifier.DomainName;
import no.bits.tls.participant.Participant;
import no.bits.tls.participant.Participants;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.workflow.CaseNumber;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps an eye on every listed domain: it is looked at in the night before each quarter's
 * first working day, when a notice of its certificate is due, and every night while
 * something is wrong or could not be seen. Whatever look is taken, for whatever reason,
 * counts.
 */
@Service
class DomainWatch {

    private static final int AT_A_TIME = 500;

    private final WatchedDomainRepository repository;

    private final Drifts drifts;

    private final Nights nights;

    private final DomainChecks checks;

    private final Participants participants;

    private final TransactionTemplate transactions;

    private final DriftSettings settings;

    private final Clock clock;

    DomainWatch(WatchedDomainRepository repository, Drifts drifts, Nights nights, DomainChecks checks,
            Participants participants, TransactionTemplate transactions, DriftSettings settings, Clock clock) {
        this.repository = repository;
        this.drifts = drifts;
        this.nights = nights;
        this.checks = checks;
        this.participants = participants;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Watches the domains that were listed before we could: they are seen tonight. */
    @EventListener(ApplicationReadyEvent.class)
    void watchListed() {
        while (!Boolean.TRUE.equals(this.transactions.execute((status) -> watchSome().isEmpty()))) {
            // the next ones
        }
    }

    /** Watches domains from the transaction that lists them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void watch(ParticipantListed listed) {
        Map<DomainName, DomainReport> seen = this.checks.seen(listed.caseNumber());
        domainsOf(listed.participant(), listed.caseNumber()).forEach((domain) -> {
            Optional<DomainReport> report = Optional.ofNullable(seen.get(domain));
            this.checks.schedule(domain, nextLook(domain, report, false));
            if (this.repository.findByDomain(domain).isEmpty()) {
                this.repository.save(WatchedDomain.listed(domain, report.filter(DomainReport::fails).isEmpty()));
            }
        });
    }

    /** Takes in what a look at a listed domain has shown, once it is done for good. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void seen(DomainChecked checked) {
        DomainCheck check = checked.check();
        if (!check.isPending() && check.report() != null) {
            DomainReport report = check.report();
            this.repository.findByDomain(check.domain()).ifPresent((watched) -> seen(watched, report));
        }
    }

    private void seen(WatchedDomain before, DomainReport report) {
        DomainName domain = before.domain();
        Optional<Participant> participant = this.participants.withDomain(domain);
        if (participant.isEmpty()) {
            forget(before);
            return;
        }
        WatchedDomain watched = this.repository.save(before.seen(report, this.clock.instant()));
        boolean open = this.drifts.seen(watched, participant.get(), report);
        boolean undecided = !report.passes() && !report.fails();
        this.checks.schedule(domain, nextLook(domain, Optional.of(report), open || watched.mayDrift() || undecided));
    }

    /** A domain that has left the list is looked at until its case has ended. */
    private void forget(WatchedDomain watched) {
        if (this.drifts.left(watched)) {
            this.repository.delete(watched);
            this.checks.unschedule(watched.domain());
        }
        else {
            this.checks.schedule(watched.domain(), this.nights.after(watched.domain(), this.clock.instant()));
        }
    }

    private Instant nextLook(DomainName domain, Optional<DomainReport> report, boolean soonAgain) {
        Instant now = this.clock.instant();
        Stream<Instant> certificates = report.stream()
            .flatMap((one) -> Expiry.ahead(one, this.settings.certificateDays(), now))
            .map((moment) -> this.nights.after(domain, moment));
        Stream<Instant> soon = soonAgain ? Stream.of(this.nights.after(domain, now.plus(this.settings.failsFor())))
                : Stream.empty();
        return Stream.concat(Stream.of(this.nights.ofNextQuarter(domain)), Stream.concat(certificates, soon))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    }

    private List<DomainName> watchSome() {
        List<DomainName> domains = this.repository.watchListed(AT_A_TIME).stream().map(DomainName::new).toList();
        domains.forEach((domain) -> this.checks.schedule(domain, this.nights.after(domain, this.clock.instant())));
        return domains;
    }

    private static Stream<DomainName> domainsOf(Participant participant, CaseNumber caseNumber) {
        return participant.domainsOf(caseNumber).stream().map((domain) -> domain.domain());
    }

}
