package no.bits.tls.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/**
 * The least that takes mails in: fetch a hundred, insert each with a commit of its own,
 * move them away ({@code MOVE}), until there is none.
 */
final class BareLoop {

    private static final int CHUNK = 100;

    private final int port;

    private final Connection database;

    BareLoop(int port, Connection database) throws SQLException {
        this.port = port;
        this.database = database;
        try (var statement = database.createStatement()) {
            statement.execute("create table if not exists mail (id bigint generated always as identity primary key,"
                    + " uid bigint not null, raw bytea not null)");
        }
    }

    /** Takes in what is there. */
    void run() throws MessagingException, SQLException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", this.port, "tls@bits.no", "any");
            Folder done = store.getFolder("Processed");
            if (!done.exists()) {
                done.create(Folder.HOLDS_MESSAGES);
            }
            try (IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                takeIn(inbox);
            }
        }
    }

    private void takeIn(IMAPFolder inbox) throws MessagingException, SQLException {
        for (int left = inbox.getMessageCount(); left > 0; left -= CHUNK) {
            String first = "1:" + Math.min(CHUNK, left);
            for (Response response : command(inbox, "FETCH %s (UID BODY.PEEK[])".formatted(first))) {
                if (response instanceof FetchResponse mail && mail.getItem(BODY.class) != null) {
                    insert(mail.getItem(UID.class).uid, mail.getItem(BODY.class).getByteArray().getNewBytes());
                }
            }
            command(inbox, "MOVE %s Processed".formatted(first));
        }
    }

    private void insert(long uid, byte[] raw) throws SQLException {
        try (PreparedStatement insert = this.database.prepareStatement("insert into mail (uid, raw) values (?, ?)")) {
            insert.setLong(1, uid);
            insert.setBytes(2, raw);
            insert.executeUpdate();
        }
    }

    private static Response[] command(IMAPFolder inbox, String command) throws MessagingException {
        return (Response[]) inbox.doCommand((protocol) -> {
            Response[] responses = protocol.command(command, null);
            protocol.handleResult(responses[responses.length - 1]);
            return responses;
        });
    }

}
