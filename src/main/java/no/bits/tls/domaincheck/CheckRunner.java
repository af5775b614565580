package no.bits.tls.domaincheck;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import no.bits.tls.tls.DomainProbe;
import no.bits.tls.tls.Freshness;
import no.bits.tls.tls.InboundProof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Does the checks that are due: at once after this instance has asked for some, and
 * regularly for what became due or what an instance left that gives no sign of life.
 */
@Component
class CheckRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRunner.class);

    /** One worker in so many leaves the routine to the others: people wait. */
    private static final int SHARE_KEPT_FREE = 4;

    private static final Duration AFTER_AN_ERROR = Duration.ofMinutes(15);

    private final DomainCheckRepository repository;

    private final CheckKeeper keeper;

    private final DomainProbe probe;

    private final InboundProof proof;

    private final DomainCheckSettings settings;

    private final Clock clock;

    private final Set<Long> held = ConcurrentHashMap.newKeySet();

    private ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();

    private volatile boolean running;

    CheckRunner(DomainCheckRepository repository, CheckKeeper keeper, DomainProbe probe, InboundProof proof,
            DomainCheckSettings settings, Clock clock) {
        this.repository = repository;
        this.keeper = keeper;
        this.probe = probe;
        this.proof = proof;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        this.threads = new ThreadPoolTaskScheduler();
        this.threads.setThreadNamePrefix("domain-check-");
        this.threads.setDaemon(true);
        this.threads.setPoolSize(this.settings.workers() + 1);
        this.threads.initialize();
        this.running = true;
        for (int i = 0; i < this.settings.workers(); i++) {
            boolean routineToo = i >= Math.max(1, this.settings.workers() / SHARE_KEPT_FREE);
            this.threads.scheduleWithFixedDelay(() -> doWhatIsDue(routineToo), this.settings.poll());
        }
        this.threads.scheduleAtFixedRate(this::giveSignOfLife, this.settings.lease().dividedBy(3));
    }

    @Override
    public void stop() {
        this.running = false;
        this.threads.shutdown();
        if (!this.held.isEmpty()) {
            this.repository.giveBack(this.held);
        }
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void wakeUp(ChecksAsked asked) {
        if (this.running) {
            this.threads.execute(() -> doWhatIsDue(false));
        }
    }

    private void doWhatIsDue(boolean routineToo) {
        Optional<DomainCheck> due = claim(routineToo);
        while (this.running && due.isPresent()) {
            work(due.get());
            due = claim(routineToo);
        }
    }

    private Optional<DomainCheck> claim(boolean routineToo) {
        Optional<DomainCheck> due = this.repository.claim(this.clock.instant(),
                this.clock.instant().plus(this.settings.lease()), routineToo);
        due.ifPresent((check) -> this.held.add(check.id()));
        return due;
    }

    private void work(DomainCheck check) {
        try {
            look(check);
        }
        catch (RuntimeException ex) {
            if (this.running) {
                LOG.warn("The check of {} could not be done and is put off", check.domain(), ex);
                this.repository.putOff(check, this.clock.instant().plus(AFTER_AN_ERROR));
            }
        }
        finally {
            if (this.running) {
                this.held.remove(check.id());
            }
        }
    }

    private void look(DomainCheck check) {
        switch (check.reason()) {
            case PROOF -> this.keeper.keep(check, this.proof.prove(check.domain(), this.settings.proofSender()));
            case STAFF -> this.keeper.keep(check, this.probe.probe(check.domain(), Freshness.NOW));
            default -> this.keeper.keep(check, this.probe.probe(check.domain(), Freshness.SHARED));
        }
    }

    private void giveSignOfLife() {
        Set<Long> ids = Set.copyOf(this.held);
        if (!ids.isEmpty()) {
            this.repository.renew(ids, this.clock.instant().plus(this.settings.lease()));
        }
    }

}
