package no.bits.tls.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** When the mailbox was last read and how long its mails have been lying there. */
@Component
class ReaderPulse {

    private final Clock clock;

    private final Map<Long, Instant> firstSeen = new HashMap<>();

    private Instant lastPoll;

    private boolean standby;

    private @Nullable String trouble;

    ReaderPulse(Clock clock) {
        this.clock = clock;
        this.lastPoll = clock.instant();
    }

    /** This instance saw the work list. */
    synchronized void polled(Collection<Long> uids) {
        this.lastPoll = this.clock.instant();
        this.standby = false;
        this.firstSeen.keySet().retainAll(uids);
        uids.forEach((uid) -> this.firstSeen.putIfAbsent(uid, this.lastPoll));
    }

    /** Another instance reads the mailbox. */
    synchronized void standingBy() {
        this.lastPoll = this.clock.instant();
        this.standby = true;
        this.trouble = null;
        this.firstSeen.clear();
    }

    /**
     * What keeps this instance from its work, in the words of who refused; or nothing.
     */
    synchronized void trouble(@Nullable String trouble) {
        this.trouble = trouble;
    }

    synchronized Optional<String> trouble() {
        return Optional.ofNullable(this.trouble);
    }

    synchronized boolean isStandby() {
        return this.standby;
    }

    synchronized Duration sinceLastPoll() {
        return Duration.between(this.lastPoll, this.clock.instant());
    }

    /** How long the oldest mail has been in the work list while we looked. */
    synchronized Duration oldestMail() {
        Instant now = this.clock.instant();
        return Duration.between(this.firstSeen.values().stream().min(Instant::compareTo).orElse(now), now);
    }

}
