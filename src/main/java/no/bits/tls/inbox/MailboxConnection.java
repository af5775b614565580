package no.bits.tls.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import no.bits.tls.mailaccount.Login;
import no.bits.tls.mailaccount.MailAccount;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log-in to the mail server, with the work list open. */
final class MailboxConnection implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(MailboxConnection.class);

    private final IMAPStore store;

    private final IMAPFolder folder;

    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor((task) -> {
        Thread thread = new Thread(task, "inbox-idle");
        thread.setDaemon(true);
        return thread;
    });

    private MailboxConnection(IMAPStore store, IMAPFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * Logs in and opens the work list; creates the folders that handled mails go to,
     * where the server permits it.
     * @param settings where and as whom
     * @param account what gives us tokens, where the server wants those
     * @return the open connection
     * @throws MessagingException if the server is away or refuses
     */
    static MailboxConnection open(InboxSettings settings, MailAccount account) throws MessagingException {
        IMAPStore store = (IMAPStore) Session.getInstance(properties(settings)).getStore("imap");
        try {
            logIn(store, settings, account);
            createFolder(store, settings.processedFolder());
            createFolder(store, settings.failedFolder());
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new MailboxConnection(store, folder);
        }
        catch (MessagingException | RuntimeException ex) {
            store.close();
            throw ex;
        }
    }

    long uidValidity() throws MessagingException {
        return this.folder.getUIDValidity();
    }

    boolean offers(String capability) throws MessagingException {
        return this.store.hasCapability(capability);
    }

    /**
     * Creates a folder that is missing.
     * @param name its name
     * @return whether it is new
     * @throws MessagingException if the server is away
     */
    boolean createFolder(String name) throws MessagingException {
        return createFolder(this.store, name);
    }

    /**
     * The name by which the server knows one of our folders: many servers keep all of
     * them below INBOX (RFC 2342).
     * @param name its name in our settings
     * @return its full name
     * @throws MessagingException if the server is away
     */
    String fullName(String name) throws MessagingException {
        return fullName(this.store, name);
    }

    Response[] command(String command) throws MessagingException {
        return command(command, null);
    }

    /**
     * Gives one IMAP command and waits for its answer.
     * @param command the command without tag
     * @param arguments what follows it, if anything
     * @return all answers, the tagged one last
     * @throws MessagingException if the server is away or refuses
     */
    Response[] command(String command, @Nullable Argument arguments) throws MessagingException {
        Object responses = this.folder.doCommand((protocol) -> run(protocol, command, arguments));
        return (Response[]) Objects.requireNonNull(responses);
    }

    /**
     * Finds mails in the work list.
     * @param criterion such as {@code ALL}
     * @return their UIDs
     * @throws MessagingException if the server is away or refuses
     */
    List<Long> search(String criterion) throws MessagingException {
        List<Long> uids = new ArrayList<>();
        for (Response response : command("UID SEARCH " + criterion)) {
            if (response instanceof IMAPResponse search && search.keyEquals("SEARCH")) {
                for (long uid = search.readLong(); uid != -1; uid = search.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids;
    }

    /**
     * Waits for the server to announce a mail (IDLE, RFC 2177).
     * @param enough asked several times a second whether to stop waiting
     * @return whether this server announces mails at all; if not, nothing was waited for
     * @throws MessagingException if the server goes away
     */
    boolean awaitMail(BooleanSupplier enough) throws MessagingException {
        if (!offers("IDLE")) {
            return false;
        }
        ScheduledFuture<?> watch = this.watcher.scheduleWithFixedDelay(() -> stopWaitingIf(enough), 200, 200,
                TimeUnit.MILLISECONDS);
        try {
            this.folder.idle(true);
            return true;
        }
        finally {
            watch.cancel(false);
        }
    }

    @Override
    public void close() {
        this.watcher.shutdownNow();
        try {
            if (this.folder.isOpen()) {
                this.folder.close(false);
            }
            this.store.close();
        }
        catch (MessagingException ex) {
            logger.debug("The connection to the mailbox was gone already", ex);
        }
    }

    private void stopWaitingIf(BooleanSupplier enough) {
        if (enough.getAsBoolean()) {
            try {
                command("NOOP");
            }
            catch (MessagingException ex) {
                logger.debug("The mailbox was gone when the wait ended", ex);
            }
        }
    }

    private static Response[] run(IMAPProtocol protocol, String command, @Nullable Argument arguments)
            throws ProtocolException {
        Response[] responses = protocol.command(command, arguments);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    private static void logIn(IMAPStore store, InboxSettings settings, MailAccount account) throws MessagingException {
        if (settings.login() == Login.PASSWORD) {
            connect(store, settings, settings.password());
            return;
        }
        String token = account.token();
        try {
            connect(store, settings, token);
        }
        catch (AuthenticationFailedException ex) {
            logInAgain(store, settings, account, token);
        }
    }

    private static void logInAgain(IMAPStore store, InboxSettings settings, MailAccount account, String refused)
            throws MessagingException {
        try {
            connect(store, settings, account.tokenInsteadOf(refused));
        }
        catch (AuthenticationFailedException ex) {
            throw new AuthenticationFailedException(account.refusal(String.valueOf(settings.host()),
                    settings.username(), "backoffice.inbox.username", ex), ex);
        }
    }

    private static void connect(IMAPStore store, InboxSettings settings, String secret) throws MessagingException {
        store.connect(settings.host(), settings.port(), settings.username(), secret);
    }

    private static boolean createFolder(IMAPStore store, String name) throws MessagingException {
        Folder folder = store.getFolder(fullName(store, name));
        return !folder.exists() && folder.create(Folder.HOLDS_MESSAGES);
    }

    private static String fullName(IMAPStore store, String name) throws MessagingException {
        Folder top = store.getPersonalNamespaces()[0];
        String prefix = top.getFullName().isEmpty() ? "" : top.getFullName() + top.getSeparator();
        return name.startsWith(prefix) ? name : prefix + name;
    }

    private static Properties properties(InboxSettings settings) {
        boolean startTls = settings.security() == InboxSettings.Security.STARTTLS;
        Properties properties = new Properties();
        properties.put("mail.imap.ssl.enable", settings.security() == InboxSettings.Security.TLS);
        properties.put("mail.imap.starttls.enable", startTls);
        properties.put("mail.imap.starttls.required", startTls);
        if (settings.login() == Login.OAUTH2) {
            properties.put("mail.imap.auth.mechanisms", "XOAUTH2");
        }
        properties.put("mail.imap.connectiontimeout", "10000");
        properties.put("mail.imap.timeout", Long.toString(settings.idleRenewal().plusSeconds(30).toMillis()));
        properties.put("mail.imap.writetimeout", "30000");
        return properties;
    }

}
