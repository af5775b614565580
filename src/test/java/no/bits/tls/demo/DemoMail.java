package no.bits.tls.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * The demo's mail server: one mailbox for {@code tls@bits.no} and its plus addresses, one
 * for the rest of the world; it starts before all that uses it and stops after.
 */
final class DemoMail implements SmartLifecycle {

    /** The mailbox of the scheme. */
    static final String MAILBOX = "tls@bits.no";

    /** The password of both mailboxes. */
    static final String PASSWORD = "demo";

    private static final Logger logger = LoggerFactory.getLogger(DemoMail.class);

    private static final String WORLD = "everybody@else.example";

    private final GreenMail server;

    private final KeptMail kept;

    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor();

    /**
     * A mail server on loopback.
     * @param smtpPort where it takes mail
     * @param imapPort where it hands out mail
     * @param folder where its mails outlive a start
     */
    DemoMail(int smtpPort, int imapPort, Path folder) {
        this.server = new GreenMail(new ServerSetup[] { setup(smtpPort, "smtp"), setup(imapPort, "imap") });
        this.kept = new KeptMail(this.server, List.of(MAILBOX, WORLD), folder);
    }

    @Override
    public void start() {
        this.server.setUser(MAILBOX, MAILBOX, PASSWORD);
        this.server.setUser(WORLD, WORLD, PASSWORD);
        this.server.getUserManager().setMessageDeliveryHandler((message, address) -> mailboxOf(address));
        this.kept.load();
        this.server.start();
        this.keeper.scheduleWithFixedDelay(this::keep, 500, 500, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        this.keeper.shutdown();
        this.kept.save();
        this.server.stop();
    }

    @Override
    public boolean isRunning() {
        return this.server.isRunning();
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Where it takes mail. */
    int smtpPort() {
        return this.server.getSmtp().getPort();
    }

    /** Where it hands out mail. */
    int imapPort() {
        return this.server.getImap().getPort();
    }

    /**
     * The mails that left for the world, newest first.
     * @return all that there are
     */
    List<SentMail> sent() {
        return messages().stream().map(SentMail::of).sorted(SentMail.NEWEST_FIRST).toList();
    }

    /**
     * One mail that left for the world.
     * @param number its number
     * @return the mail, or nothing where there is none
     */
    Optional<SentMail> sent(long number) {
        return messages().stream().filter((message) -> message.getUid() == number).findFirst().map(SentMail::of);
    }

    private void keep() {
        try {
            this.kept.save();
        }
        catch (RuntimeException ex) {
            logger.warn("The mails are not kept this time; the next try follows at once", ex);
        }
    }

    private List<StoredMessage> messages() {
        try {
            MailFolder inbox = this.server.getManagers().getImapHostManager().getInbox(user(WORLD));
            return List.copyOf(inbox.getMessages());
        }
        catch (FolderException ex) {
            throw new IllegalStateException("The mailbox %s cannot be read".formatted(WORLD), ex);
        }
    }

    private @Nullable GreenMailUser mailboxOf(MailAddress address) {
        String recipient = address.getEmail().toLowerCase(Locale.ROOT);
        return user(recipient.startsWith("tls") && recipient.endsWith("@bits.no") ? MAILBOX : WORLD);
    }

    private @Nullable GreenMailUser user(String mailbox) {
        return this.server.getUserManager().getUserByEmail(mailbox);
    }

    private static ServerSetup setup(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(30_000);
        return setup;
    }

}
