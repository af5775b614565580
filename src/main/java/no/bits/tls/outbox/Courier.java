package no.bits.tls.outbox;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker: carries due mails to the SMTP server, one after the other over one
 * connection. Used by one thread at a time.
 */
final class Courier {

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
     * Delivers what is due, until nothing is, or the server cannot be reached: then one
     * mail has waited for all.
     * @param wanted asked before each mail
     */
    void deliverDue(BooleanSupplier wanted) {
        this.queue.takeOver();
        try {
            boolean more = true;
            while (more && wanted.getAsBoolean()) {
                more = deliverNext();
            }
        }
        finally {
            hangUp();
        }
    }

    private boolean deliverNext() {
        Optional<QueuedMail> mail = this.queue.claim(this.name);
        return mail.isPresent() && deliver(mail.get());
    }

    private boolean deliver(QueuedMail mail) {
        try {
            conclude(mail, connected().deliver(mail, () -> this.queue.enterData(mail)));
            return true;
        }
        catch (MessagingException ex) {
            LOGGER.warn("The mail server cannot be used: {}", ex.getMessage());
            this.queue.postpone(mail, Answer.beforeDot(0, "No connection: " + ex.getMessage()).text());
            return false;
        }
        catch (LeaseLost ex) {
            LOGGER.warn(ex.getMessage());
            return true;
        }
    }

    private void conclude(QueuedMail mail, Answer answer) {
        LOGGER.info("Mail {} {} of case {}: {} ({})", mail.id(), mail.purpose(), mail.caseNumber(), answer.meaning(),
                answer.text());
        switch (answer.meaning()) {
            case ACCEPTED -> this.queue.sent(mail, answer.text());
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
