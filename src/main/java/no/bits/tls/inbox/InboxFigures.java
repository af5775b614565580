package no.bits.tls.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import no.bits.tls.workflow.Backlog;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What of the mail that reached us no case has, in numbers for monitors, managers and
 * staff.
 */
@RestController
class InboxFigures {

    private static final Set<MailState> WAITING = EnumSet.of(MailState.STORED);

    private final Backlog<MailState> backlog;

    InboxFigures(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.backlog = new Backlog<>("backoffice.inbound_mail", "received_at", MailState.HANDLED, jdbc, clock);
        this.backlog.export(meters, "backoffice.mails.inbound", "mails that no case has", WAITING);
    }

    /** How the mails are doing that reached us, at most ten seconds ago. */
    @GetMapping("/desk/figures/mails")
    Figures figures() {
        return new Figures(this.backlog.mails(), this.backlog.oldest(WAITING).orElse(null));
    }

    /**
     * The mails that no case has.
     *
     * @param mails how many of each state
     * @param oldest since when the first of them waits to be handled; {@code null} where
     * none does
     */
    record Figures(Map<MailState, Long> mails, @Nullable Instant oldest) {
    }

}
