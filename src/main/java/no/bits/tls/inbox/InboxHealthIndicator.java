package no.bits.tls.inbox;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says that mails are not taken in, before anybody misses one; asks no server. */
@Component
class InboxHealthIndicator implements HealthIndicator {

    private final InboxSettings settings;

    private final ReaderPulse pulse;

    InboxHealthIndicator(InboxSettings settings, ReaderPulse pulse) {
        this.settings = settings;
        this.pulse = pulse;
    }

    @Override
    public Health health() {
        if (!this.settings.active()) {
            return Health.up().withDetail("reader", "off").build();
        }
        Health.Builder health = (isLate() ? Health.down() : Health.up())
            .withDetail("reader", this.pulse.isStandby() ? "standby" : "reading")
            .withDetail("sinceLastPoll", this.pulse.sinceLastPoll().toString())
            .withDetail("oldestMail", this.pulse.oldestMail().toString());
        this.pulse.trouble().ifPresent((trouble) -> health.withDetail("trouble", trouble));
        return health.build();
    }

    private boolean isLate() {
        InboxSettings.Watch watch = this.settings.watch();
        return this.pulse.sinceLastPoll().compareTo(watch.lastPoll()) > 0
                || this.pulse.oldestMail().compareTo(watch.oldestMail()) > 0;
    }

}
