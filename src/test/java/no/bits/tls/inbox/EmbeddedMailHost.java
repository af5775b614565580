package no.bits.tls.inbox;

import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.List;
import java.util.Properties;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** A mail server within the tests' JVM. */
final class EmbeddedMailHost implements MailHost {

    private static final String MAILBOX = "tls@bits.no";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    EmbeddedMailHost() {
        this.server.setUser(MAILBOX, MAILBOX, "secret");
        this.server.start();
    }

    @Override
    public int port() {
        return this.server.getImap().getPort();
    }

    @Override
    public void deliver(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail));
            this.server.getManagers()
                .getImapHostManager()
                .getInbox(this.server.getUserManager().getUser(MAILBOX))
                .appendMessage(message, new Flags(), new Date());
        }
        catch (Exception ex) {
            throw new IllegalStateException("The test's mail cannot be delivered", ex);
        }
    }

    @Override
    public List<String> subjects(String folder) {
        MailFolder found = folder(folder);
        return (found == null) ? List.of()
                : found.getMessages().stream().map((stored) -> subject(stored.getMimeMessage())).toList();
    }

    @Override
    public void close() {
        this.server.stop();
    }

    private @Nullable MailFolder folder(String name) {
        return this.server.getManagers()
            .getImapHostManager()
            .getFolder(this.server.getUserManager().getUser(MAILBOX), name);
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        }
        catch (MessagingException ex) {
            throw new IllegalStateException("A mail of the tests has no subject", ex);
        }
    }

}
