package no.bits.tls.inbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;

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

    MailboxRound(Mailbox mailbox, MailboxLease lease, MailIntake intake, InboxSettings settings, Clock clock) {
        this.mailbox = mailbox;
        this.lease = lease;
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Goes through the work list once. A mail that the server refuses to move holds up
     * nothing: it stays in the work list and is done with all the same.
     * @param pulse is told what lies in the work list
     * @param stopping whether to leave the rest for later
     * @return whether there was something to do
     * @throws MessagingException if the server is away
     */
    boolean run(ReaderPulse pulse, BooleanSupplier stopping) throws MessagingException {
        List<Long> workList = this.mailbox.uids();
        pulse.polled(workList);
        this.stored.keySet().retainAll(workList);
        int done = 0;
        for (Map<Long, Long> chunk : this.mailbox.chunks(fresh(workList))) {
            if (!stopping.getAsBoolean()) {
                store(chunk);
                done += handle(stopping);
            }
        }
        done += handle(stopping);
        return done > 0;
    }

    private List<Long> fresh(List<Long> workList) {
        return workList.stream().filter((uid) -> !this.stored.containsKey(uid)).toList();
    }

    private void store(Map<Long, Long> chunk) throws MessagingException {
        this.stored
            .putAll(this.lease.store(this.mailbox.fetch(chunk), this.mailbox.uidValidity(), this.clock.instant()));
    }

    private int handle(BooleanSupplier stopping) throws MessagingException {
        this.intake.handleDue(stopping);
        Map<Long, MailState> settled = this.intake.settled(this.stored.values());
        return move(uids(settled, true), this.settings.failedFolder())
                + move(uids(settled, false), this.settings.processedFolder());
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

    private int move(List<Long> uids, String folder) throws MessagingException {
        List<Long> moved = this.mailbox.filing().move(uids, folder);
        this.stored.keySet().removeAll(moved);
        return moved.size();
    }

}
