package no.bits.tls.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import no.bits.tls.outbox.OutgoingMail.State;
import no.bits.tls.workflow.Backlog;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What of our mail nobody has taken, in numbers for monitors, managers and staff. */
@RestController
class OutboxFigures {

    private static final Set<State> WAITING = EnumSet.of(State.NEW, State.HELD, State.CLAIMED, State.IN_DATA,
            State.RETRY);

    private final Backlog<State> backlog;

    private final DomainPauses pauses;

    OutboxFigures(MeterRegistry meters, JdbcClient jdbc, DomainPauses pauses, Clock clock) {
        this.pauses = pauses;
        this.backlog = new Backlog<>("backoffice.delivery", "queued_at", State.SENT, jdbc, clock);
        this.backlog.export(meters, "backoffice.mails.outbound", "mails that nobody has taken", WAITING);
    }

    /** How our mails were doing at most ten seconds ago. */
    @GetMapping("/desk/figures/sent")
    Figures figures() {
        return new Figures(this.backlog.mails(), this.backlog.oldest(WAITING).orElse(null), this.pauses.now());
    }

    /**
     * The mails that nobody has taken, or that came back.
     *
     * @param mails how many of each state
     * @param oldest since when we owe the first of those on their way; {@code null} where
     * there is none
     * @param pauses the domains whose servers asked us to come back later
     */
    record Figures(Map<State, Long> mails, @Nullable Instant oldest, List<PausedDomain> pauses) {
    }

}
