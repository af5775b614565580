package no.bits.tls.inbox;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import jakarta.mail.MessagingException;
import no.bits.tls.mailaccount.MailAccount;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox on a thread of its own from when the application is ready until it
 * stops, as long as no other instance does, and through every absence of the mail server
 * or the database.
 */
@Component
class MailboxReader implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(MailboxReader.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final InboxSettings settings;

    private final MailAccount account;

    private final DataSource database;

    private final MailIntake intake;

    private final ReaderPulse pulse;

    private final Clock clock;

    private CountDownLatch stop = new CountDownLatch(0);

    private @Nullable Thread thread;

    private Duration pause = FIRST_PAUSE;

    private boolean away;

    private boolean refused;

    MailboxReader(InboxSettings settings, MailAccount account, DataSource database, MailIntake intake,
            ReaderPulse pulse, Clock clock) {
        this.settings = settings;
        this.account = account;
        this.database = database;
        this.intake = intake;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Override
    public synchronized void start() {
        if (!this.settings.active() || isRunning()) {
            return;
        }
        this.stop = new CountDownLatch(1);
        Thread reader = new Thread(this::read, "inbox");
        reader.setDaemon(true);
        reader.start();
        this.thread = reader;
    }

    @Override
    public synchronized void stop() {
        this.stop.countDown();
        try {
            if (this.thread != null) {
                this.thread.join(STOP_WITHIN.toMillis());
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return this.thread != null && this.thread.isAlive();
    }

    private void read() {
        while (!isStopping()) {
            try {
                serve();
            }
            catch (Throwable ex) {
                lost(ex);
            }
        }
    }

    private void serve() throws MessagingException, SQLException {
        Optional<MailboxLease> lease = MailboxLease.take(this.database, this.settings.mailbox());
        if (lease.isEmpty()) {
            this.pulse.standingBy();
            rest(this.settings.poll());
            return;
        }
        try (MailboxLease held = lease.get()) {
            this.intake.handleDue(this::isStopping);
            try (Mailbox mailbox = Mailbox.open(this.settings, this.account)) {
                serve(mailbox, new MailboxRound(mailbox, held, this.intake, this.settings, this.clock));
            }
        }
    }

    private void serve(Mailbox mailbox, MailboxRound round) throws MessagingException {
        while (!isStopping()) {
            boolean busy = round.run(this.pulse, this::isStopping);
            regained();
            report(mailbox.filing().takeRefusal());
            if (!busy && !mailbox.awaitMail(longEnough(this.settings.idleRenewal()))) {
                rest(untilNextDue(this.settings.poll()));
            }
        }
    }

    private void report(Optional<MessagingException> refusal) {
        if (refusal.isPresent() && !this.refused) {
            logger.warn(
                    "The mail server does not let us move mails that are done with; they stay in {},"
                            + " are not handled again, and are moved as soon as it does",
                    this.settings.folder(), refusal.get());
        }
        if (refusal.isEmpty() && this.refused) {
            logger.info("The mail server lets us move mails again");
        }
        this.refused = refusal.isPresent();
        this.pulse
            .trouble(refusal.map((ex) -> "Mails that are done with cannot be moved: " + ex.getMessage()).orElse(null));
    }

    private void lost(Throwable cause) {
        this.pulse.trouble("The mailbox cannot be read: " + cause);
        if (!this.away) {
            logger.warn("The mailbox {} cannot be read; trying until it can, at least every {} seconds",
                    this.settings.mailbox(), this.settings.poll().toSeconds(), cause);
        }
        this.away = true;
        rest(this.pause);
        this.pause = shorter(this.pause.multipliedBy(2), this.settings.poll());
    }

    private void regained() {
        if (this.away) {
            logger.info("The mailbox {} can be read again", this.settings.mailbox());
        }
        this.away = false;
        this.pause = FIRST_PAUSE;
    }

    /**
     * Until a mail is due that is stored; a person may take one in meanwhile, on any
     * instance.
     */
    private BooleanSupplier longEnough(Duration atMost) {
        long end = System.nanoTime() + untilNextDue(atMost).toNanos();
        AtomicLong looked = new AtomicLong(System.nanoTime());
        return () -> {
            long now = System.nanoTime();
            if (now - looked.get() < BETWEEN_LOOKS.toNanos()) {
                return isStopping() || now - end >= 0;
            }
            looked.set(now);
            return isStopping() || now - end >= 0 || isSomethingDue();
        };
    }

    private boolean isSomethingDue() {
        try {
            return untilNextDue(BETWEEN_LOOKS).isZero();
        }
        catch (DataAccessException ex) {
            logger.debug("The database is away; the next round says so", ex);
            return true;
        }
    }

    private Duration untilNextDue(Duration atMost) {
        Instant now = this.clock.instant();
        return this.intake.nextDue()
            .map((due) -> due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO)
            .map((wait) -> shorter(wait, atMost))
            .orElse(atMost);
    }

    private boolean isStopping() {
        return this.stop.getCount() == 0;
    }

    private void rest(Duration duration) {
        try {
            this.stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        }
        catch (InterruptedException ex) {
            this.stop.countDown();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return (one.compareTo(other) < 0) ? one : other;
    }

}
