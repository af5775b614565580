package no.bits.tls.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Moves mails that are done with out of the work list, as far as the mail server lets us:
 * by {@code UID MOVE} (RFC 6851) or what comes nearest.
 */
final class MailFiling {

    private static final int PORTION = 100;

    private final MailboxConnection connection;

    private final Set<Long> copied = new HashSet<>();

    private @Nullable MessagingException refusal;

    MailFiling(MailboxConnection connection) {
        this.connection = connection;
    }

    /**
     * Moves mails to a folder, which is created if it is missing. Mails that the server
     * refuses to move stay where they are, and after a portion of nothing else the rest
     * stays too.
     * @param uids the mails; those that are gone are no error
     * @param folder its name in our settings
     * @return the mails that are moved
     * @throws MessagingException if the server is away
     */
    List<Long> move(List<Long> uids, String folder) throws MessagingException {
        List<Long> moved = new ArrayList<>();
        boolean willing = true;
        for (int from = 0; willing && from < uids.size(); from += PORTION) {
            willing = moved.addAll(movePortion(uids.subList(from, Math.min(uids.size(), from + PORTION)), folder));
        }
        return moved;
    }

    /**
     * What the server said when it last refused to move a mail.
     * @return its refusal since the last call, if any
     */
    Optional<MessagingException> takeRefusal() {
        Optional<MessagingException> taken = Optional.ofNullable(this.refusal);
        this.refusal = null;
        return taken;
    }

    private List<Long> movePortion(List<Long> uids, String folder) throws MessagingException {
        try {
            moveOrCreate(uids, folder);
            return uids;
        }
        catch (MessagingException ex) {
            if (!(ex.getCause() instanceof CommandFailedException)) {
                throw ex;
            }
            return (uids.size() > 1) ? moveOneByOne(uids, folder) : refused(ex);
        }
    }

    private List<Long> moveOneByOne(List<Long> uids, String folder) throws MessagingException {
        List<Long> moved = new ArrayList<>();
        for (Long uid : uids) {
            moved.addAll(movePortion(List.of(uid), folder));
        }
        return moved;
    }

    private List<Long> refused(MessagingException refusal) {
        this.refusal = refusal;
        return List.of();
    }

    private void moveOrCreate(List<Long> uids, String folder) throws MessagingException {
        try {
            moveOrCopy(uids, folder);
        }
        catch (MessagingException ex) {
            if (!String.valueOf(ex.getMessage()).contains("[TRYCREATE]") || !this.connection.createFolder(folder)) {
                throw ex;
            }
            moveOrCopy(uids, folder);
        }
    }

    private void moveOrCopy(List<Long> uids, String folder) throws MessagingException {
        if (this.connection.offers("MOVE")) {
            this.connection.command("UID MOVE", arguments(uids, folder));
        }
        else {
            copyAndDelete(uids, folder);
        }
    }

    private void copyAndDelete(List<Long> uids, String folder) throws MessagingException {
        List<Long> fresh = uids.stream().filter((uid) -> !this.copied.contains(uid)).toList();
        if (!fresh.isEmpty()) {
            this.connection.command("UID COPY", arguments(fresh, folder));
            this.copied.addAll(fresh);
        }
        this.connection.command("UID STORE %s +FLAGS.SILENT (\\Deleted)".formatted(Mailbox.set(uids)));
        if (this.connection.offers("UIDPLUS")) {
            this.connection.command("UID EXPUNGE " + Mailbox.set(uids));
        }
        else if (this.copied.containsAll(this.connection.search("DELETED"))) {
            this.connection.command("EXPUNGE");
        }
    }

    private Argument arguments(List<Long> uids, String folder) throws MessagingException {
        Argument arguments = new Argument();
        arguments.writeAtom(Mailbox.set(uids));
        arguments.writeString(BASE64MailboxEncoder.encode(this.connection.fullName(folder)));
        return arguments;
    }

}
