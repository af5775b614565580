package no.bits.tls.inbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * One session's work on the mailbox, round after round: store what is new, handle it,
 * move away what is done with.
 */
final class MailboxRound {

    private final Mailbox mailbox;

    private final MailboxLease lease;

    private final MailIntake intake;

    private final InboxSettings settings;

    private final Clock clock;

    private final Map<Long, Long> stored = new HashMap<>();

    private @Nullable MessagingException moveRefused;

    MailboxRound(Mailbox mailbox, MailboxLease lease, MailIntake intake, InboxSettings settings, Clock clock) {
        this.mailbox = mailbox;
        this.lease = lease;
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Goes through the work list once. A mail that cannot be moved holds up nothing: it
     * is reported after the last one is handled.
     * @param pulse is told what lies in the work list
     * @param stopping whether to leave the rest for later
     * @return whether there was something to do
     * @throws MessagingException if the server is away or a mail cannot be moved
     */
    boolean run(ReaderPulse pulse, BooleanSupplier stopping) throws MessagingException {
        List<Long> workList = this.mailbox.uids();
        pulse.polled(workList);
        this.stored.keySet().retainAll(workList);
        this.moveRefused = null;
        int done = 0;
        for (Map<Long, Long> chunk : this.mailbox.chunks(fresh(workList))) {
            if (!stopping.getAsBoolean()) {
                store(chunk);
                done += handle(stopping);
            }
        }
        done += handle(stopping);
        if (this.moveRefused != null) {
            throw this.moveRefused;
        }
        return done > 0;
    }

    private List<Long> fresh(List<Long> workList) {
        return workList.stream().filter((uid) -> !this.stored.containsKey(uid)).toList();
    }

    private void store(Map<Long, Long> chunk) throws MessagingException {
        this.stored
            .putAll(this.lease.store(this.mailbox.fetch(chunk), this.mailbox.uidValidity(), this.clock.instant()));
    }

    private int handle(BooleanSupplier stopping) {
        this.intake.handleDue(stopping);
        Map<Long, MailState> settled = this.intake.settled(this.stored.values());
        List<Long> failed = uids(settled, true);
        List<Long> processed = uids(settled, false);
        move(failed, this.settings.failedFolder());
        move(processed, this.settings.processedFolder());
        return failed.size() + processed.size();
    }

    private List<Long> uids(Map<Long, MailState> settled, boolean quarantined) {
        return this.stored.entrySet()
            .stream()
            .filter((mail) -> settled.containsKey(mail.getValue()))
            .filter((mail) -> (settled.get(mail.getValue()) == MailState.QUARANTINED) == quarantined)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    }

    private void move(List<Long> uids, String target) {
        if (uids.isEmpty()) {
            return;
        }
        try {
            this.mailbox.move(uids, target);
            this.stored.keySet().removeAll(uids);
        }
        catch (MessagingException ex) {
            this.moveRefused = ex;
        }
    }

}
