package no.bits.tls.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import jakarta.mail.MessagingException;
import no.bits.tls.mailaccount.MailAccount;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our mailbox on the mail server, open for one session. Mails are named by their UID,
 * read as bytes and never marked (RFC 3501, {@code BODY.PEEK[]}).
 */
final class Mailbox implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Mailbox.class);

    private static final int CHUNK = 100;

    private final InboxSettings settings;

    private final MailboxConnection connection;

    private final MailFiling filing;

    private final Set<Long> refused = new HashSet<>();

    private Mailbox(InboxSettings settings, MailboxConnection connection) {
        this.settings = settings;
        this.connection = connection;
        this.filing = new MailFiling(connection);
    }

    /**
     * Logs in and opens the work list.
     * @param settings where and as whom
     * @param account what gives us tokens, where the server wants those
     * @return the open mailbox
     * @throws MessagingException if the server is away or refuses
     */
    static Mailbox open(InboxSettings settings, MailAccount account) throws MessagingException {
        return new Mailbox(settings, MailboxConnection.open(settings, account));
    }

    long uidValidity() throws MessagingException {
        return this.connection.uidValidity();
    }

    /** All mails that are in the work list now. */
    List<Long> uids() throws MessagingException {
        return this.connection.search("ALL");
    }

    /**
     * Portions of mails that fit into memory.
     * @param uids any number of mails
     * @return their sizes in bytes by UID, at most 100 mails and about the size limit of
     * one mail together
     * @throws MessagingException if the server is away or refuses
     */
    List<Map<Long, Long>> chunks(List<Long> uids) throws MessagingException {
        List<Map<Long, Long>> chunks = new ArrayList<>();
        for (int from = 0; from < uids.size(); from += CHUNK) {
            Map<Long, Long> chunk = new LinkedHashMap<>();
            long bytes = 0;
            for (var mail : sizes(uids.subList(from, Math.min(uids.size(), from + CHUNK))).entrySet()) {
                bytes += fetchedSize(mail.getValue());
                if (bytes > limit() && !chunk.isEmpty()) {
                    chunks.add(chunk);
                    chunk = new LinkedHashMap<>();
                    bytes = fetchedSize(mail.getValue());
                }
                chunk.put(mail.getKey(), mail.getValue());
            }
            chunks.add(chunk);
        }
        return chunks;
    }

    /**
     * Fetches a portion in one go; where the server refuses, mail by mail, so that one it
     * cannot read does not keep back the others.
     * @param sizes the mails' sizes in bytes by UID
     * @return those that could be fetched
     * @throws MessagingException if the server is away
     */
    List<FetchedMail> fetch(Map<Long, Long> sizes) throws MessagingException {
        List<Long> small = sizes.keySet().stream().filter((uid) -> sizes.getOrDefault(uid, 0L) <= limit()).toList();
        List<FetchedMail> mails = new ArrayList<>(fetch(small, sizes, "BODY.PEEK[]", limit(), true));
        for (Long uid : sizes.keySet()) {
            if (!small.contains(uid)) {
                mails.addAll(fetch(List.of(uid), sizes, "BODY.PEEK[HEADER]", headerLimit(), false));
            }
        }
        return mails;
    }

    /** Where mails go that are done with. */
    MailFiling filing() {
        return this.filing;
    }

    /** As {@link MailboxConnection#awaitMail}. */
    boolean awaitMail(BooleanSupplier enough) throws MessagingException {
        return this.connection.awaitMail(enough);
    }

    @Override
    public void close() {
        this.connection.close();
    }

    private Map<Long, Long> sizes(List<Long> uids) throws MessagingException {
        Map<Long, Long> sizes = new LinkedHashMap<>();
        for (FetchResponse mail : fetched(
                this.connection.command("UID FETCH %s (UID RFC822.SIZE)".formatted(set(uids))))) {
            UID uid = mail.getItem(UID.class);
            RFC822SIZE size = mail.getItem(RFC822SIZE.class);
            if (uid != null && size != null) {
                sizes.put(uid.uid, size.size);
            }
        }
        return sizes;
    }

    private List<FetchedMail> fetch(List<Long> uids, Map<Long, Long> sizes, String what, long limit, boolean whole)
            throws MessagingException {
        if (uids.isEmpty()) {
            return List.of();
        }
        try {
            return bodies(this.connection.command("UID FETCH %s (UID %s<0.%d>)".formatted(set(uids), what, limit + 1)),
                    sizes, limit, whole);
        }
        catch (MessagingException ex) {
            if (!(ex.getCause() instanceof CommandFailedException)) {
                throw ex;
            }
            return oneByOne(uids, sizes, what, limit, whole, ex);
        }
    }

    private List<FetchedMail> oneByOne(List<Long> uids, Map<Long, Long> sizes, String what, long limit, boolean whole,
            MessagingException refusal) throws MessagingException {
        if (uids.size() == 1) {
            if (this.refused.add(uids.get(0))) {
                logger.warn("The mail server does not give out the mail with UID {}", uids.get(0), refusal);
            }
            return List.of();
        }
        List<FetchedMail> mails = new ArrayList<>();
        for (Long uid : uids) {
            mails.addAll(fetch(List.of(uid), sizes, what, limit, whole));
        }
        return mails;
    }

    private List<FetchedMail> bodies(Response[] responses, Map<Long, Long> sizes, long limit, boolean whole) {
        List<FetchedMail> mails = new ArrayList<>();
        for (FetchResponse response : fetched(responses)) {
            UID uid = response.getItem(UID.class);
            BODY body = response.getItem(BODY.class);
            if (uid != null && body != null && sizes.containsKey(uid.uid)) {
                byte[] raw = bytes(body.getByteArray());
                long size = Math.max(raw.length, sizes.getOrDefault(uid.uid, 0L));
                if (raw.length > 0 || size == 0) {
                    mails.add(new FetchedMail(uid.uid, size, raw, whole && raw.length <= limit));
                }
            }
        }
        return mails;
    }

    private long limit() {
        return this.settings.limits().size().toBytes();
    }

    private long headerLimit() {
        return this.settings.limits().header().toBytes();
    }

    private long fetchedSize(long size) {
        return (size > limit()) ? headerLimit() : size;
    }

    private static List<FetchResponse> fetched(Response[] responses) {
        List<FetchResponse> fetched = new ArrayList<>();
        for (Response response : responses) {
            if (response instanceof FetchResponse fetch) {
                fetched.add(fetch);
            }
        }
        return fetched;
    }

    private static byte[] bytes(@Nullable ByteArray content) {
        return (content != null) ? content.getNewBytes() : new byte[0];
    }

    /** As in a command. */
    static String set(List<Long> uids) {
        return UIDSet.toString(UIDSet.createUIDSets(uids.stream().mapToLong(Long::longValue).toArray()));
    }

}
