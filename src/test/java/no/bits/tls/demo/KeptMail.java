package no.bits.tls.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the mail server's memory, as files: a folder for each mailbox, in it one
 * for each of its folders, in it one {@code .eml} a mail.
 */
final class KeptMail {

    private final GreenMail server;

    private final List<String> mailboxes;

    private final Path place;

    KeptMail(GreenMail server, List<String> mailboxes, Path place) {
        this.server = server;
        this.mailboxes = mailboxes;
        this.place = place;
    }

    /** Puts every mail back where it was. */
    void load() {
        for (String mailbox : this.mailboxes) {
            for (Path folder : files(this.place.resolve(mailbox))) {
                load(folder(mailbox, folder.getFileName().toString()), folder);
            }
        }
    }

    /** Writes the mails that are new and removes the files of those that are gone. */
    synchronized void save() {
        for (String mailbox : this.mailboxes) {
            for (MailFolder folder : folders(mailbox)) {
                save(folder, this.place.resolve(mailbox).resolve(folder.getName()));
            }
        }
    }

    private void load(MailFolder folder, Path files) {
        for (Path file : files(files)) {
            try (InputStream content = Files.newInputStream(file)) {
                folder.appendMessage(new MimeMessage(null, content), new Flags(),
                        new Date(Files.getLastModifiedTime(file).toMillis()));
            }
            catch (IOException | MessagingException ex) {
                throw new IllegalStateException("The mail %s cannot be read".formatted(file), ex);
            }
        }
    }

    private void save(MailFolder folder, Path files) {
        Set<Path> present = new HashSet<>();
        for (StoredMessage message : List.copyOf(folder.getMessages())) {
            Path file = files.resolve("%d-%08d.eml".formatted(folder.getUidValidity(), message.getUid()));
            present.add(file);
            if (!Files.exists(file)) {
                write(message, file);
            }
        }
        files(files).stream().filter((file) -> !present.contains(file)).forEach(KeptMail::delete);
    }

    private static void write(StoredMessage message, Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                message.getMimeMessage().writeTo(out);
            }
            Files.setLastModifiedTime(unfinished, FileTime.from(message.getReceivedDate().toInstant()));
            Files.move(unfinished, file);
        }
        catch (IOException | MessagingException ex) {
            throw new IllegalStateException("The mail %s cannot be written".formatted(file), ex);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The mail %s cannot be deleted".formatted(file), ex);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter((file) -> !file.toString().endsWith(".part")).sorted().toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException("The folder %s cannot be read".formatted(folder), ex);
        }
    }

    private MailFolder folder(String mailbox, String name) {
        try {
            MailFolder folder = imap().getFolder(user(mailbox), name);
            return (folder != null) ? folder : imap().createMailbox(user(mailbox), name);
        }
        catch (FolderException | AuthorizationException ex) {
            throw new IllegalStateException("The mailbox %s cannot have a folder %s".formatted(mailbox, name), ex);
        }
    }

    private Iterable<MailFolder> folders(String mailbox) {
        try {
            return List.copyOf(imap().listMailboxes(user(mailbox), "*"));
        }
        catch (FolderException ex) {
            throw new IllegalStateException("The mailbox %s cannot be listed".formatted(mailbox), ex);
        }
    }

    private @Nullable GreenMailUser user(String mailbox) {
        return this.server.getUserManager().getUserByEmail(mailbox);
    }

    private ImapHostManager imap() {
        return this.server.getManagers().getImapHostManager();
    }

}
