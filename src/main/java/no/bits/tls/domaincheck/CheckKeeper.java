package no.bits.tls.domaincheck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.InboundProofReport;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was seen, tells of it in the same transaction, and has servers asked again
 * that want it.
 */
@Component
class CheckKeeper {

    private final DomainCheckRepository repository;

    private final MailOperators operators;

    private final ApplicationEventPublisher events;

    private final DomainCheckSettings settings;

    private final Clock clock;

    CheckKeeper(DomainCheckRepository repository, MailOperators operators, ApplicationEventPublisher events,
            DomainCheckSettings settings, Clock clock) {
        this.repository = repository;
        this.operators = operators;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void keep(DomainCheck check, DomainReport report) {
        lock(check);
        Instant now = this.clock.instant();
        noteOperator(report, now);
        tell(this.repository.done(check, report, now, again(check, report, now)));
    }

    @Transactional
    public void keep(DomainCheck check, InboundProofReport proof) {
        lock(check);
        tell(this.repository.done(check, proof, this.clock.instant()));
    }

    /** An empty or failed answer of DNS says nothing about who runs the servers. */
    private void noteOperator(DomainReport report, Instant now) {
        if (!report.operators().isEmpty()) {
            this.operators.note(report.domain(), String.join(", ", report.operators()), now);
        }
    }

    private void lock(DomainCheck check) {
        if (check.caseNumber() != null) {
            this.repository.lock(check.caseNumber());
        }
        this.repository.lock(check.domain());
    }

    private void tell(Optional<DomainCheck> kept) {
        kept.ifPresent((done) -> this.events.publishEvent(new DomainChecked(done)));
    }

    private @Nullable Instant again(DomainCheck check, DomainReport report, Instant now) {
        List<Duration> waits = this.settings.tryAgainAfter();
        return (report.wantsRetry() && check.attempts() < waits.size()) ? now.plus(waits.get(check.attempts())) : null;
    }

}
