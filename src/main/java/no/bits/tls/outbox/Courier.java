package no.bits.tls.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import no.bits.tls.outbox.Answer.Meaning;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker: carries due mails to the SMTP server, one after the other over one
 * connection. Used by one thread at a time.
 */
final class Courier implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Courier.class);

    private final UUID name = UUID.randomUUID();

    private final MailQueue queue;

    private final SmtpServer server;

    private @Nullable SmtpConnection connection;

    Courier(MailQueue queue, SmtpServer server) {
        this.queue = queue;
        this.server = server;
    }

    /**
     * Delivers what is due, until nothing is, or nothing more may leave now, or the
     * server cannot be reached: then one mail has waited for all.
     * @param wanted asked before each mail
     * @return how long until the next mail may leave, with the connection kept for it;
     * zero where that does not depend on the pace
     */
    Duration deliverDue(BooleanSupplier wanted) {
        Duration wait = Duration.ZERO;
        try {
            this.queue.takeOver();
            Portion portion = this.queue.claim(this.name);
            while (deliver(portion.mails(), wanted)) {
                portion = this.queue.claim(this.name);
            }
            wait = portion.pause();
            return wait;
        }
        finally {
            if (wait.isZero()) {
                hangUp();
            }
        }
    }

    @Override
    public void close() {
        hangUp();
    }

    private boolean deliver(List<QueuedMail> mails, BooleanSupplier wanted) {
        Deque<QueuedMail> left = new ArrayDeque<>(mails);
        boolean more = !left.isEmpty();
        try {
            while (more && !left.isEmpty()) {
                more = wanted.getAsBoolean() && deliver(left.remove(), left);
            }
            return more;
        }
        finally {
            this.queue.release(left);
        }
    }

    private boolean deliver(QueuedMail mail, Deque<QueuedMail> next) {
        try {
            Answer answer = connected().deliver(mail, () -> this.queue.enterData(mail));
            conclude(mail, answer);
            if (answer.meaning() == Meaning.DOMAIN_LATER) {
                putBack(mail.domain(), next);
            }
            return true;
        }
        catch (MessagingException ex) {
            LOGGER.warn("The mail server cannot be used: {}", ex.getMessage());
            this.queue.postpone(mail, Answer.toSender(0, "No connection: " + ex.getMessage()).text());
            return false;
        }
        catch (LeaseLost ex) {
            LOGGER.warn(ex.getMessage());
            return true;
        }
    }

    private void putBack(String domain, Deque<QueuedMail> next) {
        List<QueuedMail> paused = next.stream().filter((mail) -> mail.domain().equals(domain)).toList();
        next.removeAll(paused);
        this.queue.release(paused);
    }

    private void conclude(QueuedMail mail, Answer answer) {
        LOGGER.info("Mail {} {} of case {}: {} ({})", mail.id(), mail.purpose(), mail.caseNumber(), answer.meaning(),
                answer.text());
        switch (answer.meaning()) {
            case ACCEPTED -> this.queue.sent(mail, answer.text());
            case DOMAIN_LATER -> this.queue.postponeDomain(mail, answer.text());
            case LATER -> this.queue.postpone(mail, answer.text());
            case NEVER -> this.queue.fail(mail, answer.text());
            case UNKNOWN -> this.queue.uncertain(mail, answer.text());
        }
    }

    private SmtpConnection connected() throws MessagingException {
        if (this.connection != null && this.connection.isReady()) {
            return this.connection;
        }
        hangUp();
        this.connection = this.server.connect();
        return this.connection;
    }

    private void hangUp() {
        try (SmtpConnection old = this.connection) {
            this.connection = null;
        }
        catch (MessagingException ex) {
            LOGGER.debug("The connection was gone already", ex);
        }
    }

}
