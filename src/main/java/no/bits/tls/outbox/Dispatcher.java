package no.bits.tls.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the couriers running: at once after a letter of this instance is committed, and
 * regularly for what other instances left or what became due.
 */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(Dispatcher.class);

    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    private final Semaphore work = new Semaphore(0);

    private final MailQueue queue;

    private final SmtpServer server;

    private final OutboxSettings settings;

    private volatile List<Thread> threads = List.of();

    private volatile boolean running;

    Dispatcher(MailQueue queue, SmtpServer server, OutboxSettings settings) {
        this.queue = queue;
        this.server = server;
        this.settings = settings;
    }

    @TransactionalEventListener
    void wakeUp(LetterStored letter) {
        if (this.work.availablePermits() < this.settings.workers()) {
            this.work.release();
        }
    }

    @Override
    public void start() {
        this.running = true;
        CustomizableThreadFactory factory = new CustomizableThreadFactory("outbox-");
        factory.setDaemon(true);
        this.threads = Stream.generate(() -> factory.newThread(this::work)).limit(this.settings.workers()).toList();
        this.threads.forEach(Thread::start);
    }

    @Override
    public void stop() {
        this.running = false;
        this.work.release(this.settings.workers());
        try {
            for (Thread thread : this.threads) {
                thread.join(SHUTDOWN.toMillis());
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return this.running;
    }

    private void work() {
        try (Courier courier = new Courier(this.queue, this.server)) {
            while (this.running) {
                this.work.tryAcquire(deliverDue(courier).toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration deliverDue(Courier courier) {
        try {
            Duration pace = courier.deliverDue(this::isRunning);
            return pace.isZero() ? this.settings.poll() : pace.plusMillis(1);
        }
        catch (RuntimeException | Error ex) {
            LOGGER.warn("Mails wait: {}", ex.getMessage(), ex);
            return this.settings.poll();
        }
    }

}
