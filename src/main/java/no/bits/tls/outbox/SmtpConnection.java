package no.bits.tls.outbox;

import java.io.IOException;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the SMTP server, for many mails one after the other. It speaks the
 * dialogue itself, command by command, because we must know on which side of the final
 * dot it ended.
 */
final class SmtpConnection extends SMTPTransport {

    private final int mails;

    private int carried;

    private boolean ready = true;

    SmtpConnection(Session session, int mails) {
        super(session, null);
        this.mails = mails;
    }

    /** Whether another mail may be sent here. */
    boolean isReady() {
        return this.ready && this.carried < this.mails;
    }

    /**
     * Sends one mail (RFC 5321, 3.3), its stored bytes as they are but for dot stuffing.
     * @param mail the mail
     * @param beforeDot what must have succeeded before the final dot is sent; where it
     * throws, the dot is not sent and this connection is of no more use
     * @return what became of the mail
     */
    synchronized Answer deliver(QueuedMail mail, Runnable beforeDot) {
        this.carried++;
        this.ready = false;
        Answer offered = offer(mail);
        if (!offered.accepted()) {
            return offered;
        }
        beforeDot.run();
        return finish();
    }

    private Answer offer(QueuedMail mail) {
        try {
            Answer envelope = envelope(mail);
            if (envelope.accepted()) {
                data().write(mail.message());
            }
            else {
                this.ready = reset();
            }
            return envelope;
        }
        catch (SMTPSendFailedException ex) {
            Answer refusal = Answer.toRecipient(ex.getReturnCode(), getLastServerResponse());
            this.ready = reset();
            return refusal;
        }
        catch (MessagingException | IOException ex) {
            return Answer.toSender(0, "The connection broke: " + ex.getMessage());
        }
    }

    private Answer envelope(QueuedMail mail) throws MessagingException {
        boolean reports = supportsExtension("DSN");
        int sender = simpleCommand(
                "MAIL FROM:<%s>%s".formatted(mail.envelopeSender(), reports ? " RET=HDRS ENVID=" + mail.id() : ""));
        if (sender / 100 != 2) {
            return Answer.toSender(sender, reply(sender));
        }
        int recipient = simpleCommand(
                "RCPT TO:<%s>%s".formatted(mail.recipient(), reports ? " NOTIFY=FAILURE,DELAY" : ""));
        return Answer.toRecipient(recipient, reply(recipient));
    }

    private String reply(int code) {
        return (code > 0) ? getLastServerResponse() : "The connection broke";
    }

    private boolean reset() {
        try {
            return simpleCommand("RSET") == 250;
        }
        catch (MessagingException ex) {
            return false;
        }
    }

    private Answer finish() {
        try {
            int code = simpleCommand(".");
            Answer answer = Answer.toDot(code,
                    (code > 0) ? getLastServerResponse() : "The connection broke after the final dot");
            this.ready = code / 100 == 2 || code >= 400 && reset();
            return answer;
        }
        catch (MessagingException ex) {
            return Answer.toDot(0, "The connection broke after the final dot: " + ex.getMessage());
        }
    }

}
