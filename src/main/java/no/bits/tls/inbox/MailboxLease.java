package no.bits.tls.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right of one instance in the cluster to read a mailbox: a session's advisory lock.
 * Mails are stored through that very session, so that an instance which has lost the lock
 * cannot store any; where an instance dies without a word, PostgreSQL ends its sessions
 * within a minute.
 */
final class MailboxLease implements AutoCloseable {

    private final Connection connection;

    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    private final String mailbox;

    private MailboxLease(Connection connection, String mailbox) {
        this.connection = connection;
        SingleConnectionDataSource session = new SingleConnectionDataSource(connection, true);
        this.jdbc = JdbcClient.create(session);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(session));
        this.mailbox = mailbox;
    }

    /**
     * Takes the lease on a connection that nobody else gets meanwhile.
     * @param database our database
     * @param mailbox the name of the mailbox
     * @return the lease, or nothing where another instance has it
     * @throws SQLException if the database is away
     */
    static Optional<MailboxLease> take(DataSource database, String mailbox) throws SQLException {
        MailboxLease lease = new MailboxLease(database.getConnection(), mailbox);
        try {
            if (lease.lock()) {
                return Optional.of(lease);
            }
        }
        catch (RuntimeException ex) {
            lease.close();
            throw ex;
        }
        lease.close();
        return Optional.empty();
    }

    /**
     * Stores mails and commits. A mail that is there already, under its number or, after
     * the mailbox was renumbered, with the same bytes, is not stored again; the same
     * bytes under another number are stored as a duplicate.
     * @param mails the mails
     * @param uidValidity the mailbox's present numbering (RFC 3501, UIDVALIDITY)
     * @param now when they came
     * @return their numbers in our tables by UID
     */
    Map<Long, Long> store(List<FetchedMail> mails, long uidValidity, Instant now) {
        return Objects.requireNonNull(this.transaction.execute((status) -> {
            boolean familiar = holdsAny(mails, uidValidity);
            Map<Long, Long> stored = new LinkedHashMap<>();
            mails.forEach((mail) -> stored.put(mail.uid(), store(mail, uidValidity, now, familiar)));
            return stored;
        }));
    }

    @Override
    public void close() throws SQLException {
        try (this.connection) {
            this.jdbc.sql("select pg_advisory_unlock_all()").query((row) -> {
            });
        }
        catch (RuntimeException ex) {
            this.connection.abort(Runnable::run);
        }
    }

    private boolean lock() {
        return this.jdbc.sql("select pg_try_advisory_lock(hashtextextended(:mailbox, 0))")
            .param("mailbox", this.mailbox)
            .query(Boolean.class)
            .single();
    }

    /** Whether there may be mails to recognise, so that one question does for many. */
    private boolean holdsAny(List<FetchedMail> mails, long uidValidity) {
        return this.jdbc.sql("""
                select exists (select from backoffice.inbound_mail
                    where mailbox = :mailbox and uid_validity = :validity and uid = any(:uids))
                or exists (select from backoffice.inbound_mail where sha256 = any(:sha256s))""")
            .param("mailbox", this.mailbox)
            .param("validity", uidValidity)
            .param("uids", mails.stream().map(FetchedMail::uid).toArray(Long[]::new))
            .param("sha256s", mails.stream().map(FetchedMail::sha256).toArray(byte[][]::new))
            .query(Boolean.class)
            .single();
    }

    private long store(FetchedMail mail, long uidValidity, Instant now, boolean familiar) {
        return familiar ? known(mail, uidValidity).or(() -> renumbered(mail, uidValidity))
            .orElseGet(() -> insertAtFreeNumber(mail, uidValidity, now)) : insert(mail, uidValidity, now);
    }

    private Optional<Long> known(FetchedMail mail, long uidValidity) {
        return about(mail, uidValidity, """
                select id from backoffice.inbound_mail
                where mailbox = :mailbox and uid_validity = :validity and uid = :uid and sha256 = :sha256""")
            .query(Long.class)
            .optional();
    }

    private Optional<Long> renumbered(FetchedMail mail, long uidValidity) {
        return about(mail, uidValidity, """
                update backoffice.inbound_mail set uid_validity = :validity, uid = :uid
                where id = (select min(id) from backoffice.inbound_mail
                    where mailbox = :mailbox and uid_validity <> :validity and sha256 = :sha256)
                and not exists (select from backoffice.inbound_mail
                    where mailbox = :mailbox and uid_validity = :validity and uid = :uid)
                returning id""").query(Long.class).optional();
    }

    private long insert(FetchedMail mail, long uidValidity, Instant now) {
        return about(mail, uidValidity,
                """
                        insert into backoffice.inbound_mail (mailbox, uid_validity, uid, sha256, size, raw, whole,
                            state, due_at, received_at, duplicate_of, settled_at)
                        select :mailbox, :validity, :uid, :sha256, :size, :raw, :whole,
                            case when first.id is null then 'STORED' else 'DUPLICATE' end, :now, :now, first.id,
                            case when first.id is not null then :now end
                        from (select min(id) as id from backoffice.inbound_mail where sha256 = :sha256 and duplicate_of is null) first
                        returning id""")
            .param("size", mail.size())
            .param("raw", mail.raw())
            .param("whole", mail.whole())
            .param("now", InboundMails.at(now))
            .query(Long.class)
            .single();
    }

    /** A mailbox that was restored from a backup gives old numbers to new mails. */
    private long insertAtFreeNumber(FetchedMail mail, long uidValidity, Instant now) {
        about(mail, uidValidity, """
                update backoffice.inbound_mail set uid = -id
                where mailbox = :mailbox and uid_validity = :validity and uid = :uid and sha256 <> :sha256""").update();
        return insert(mail, uidValidity, now);
    }

    private JdbcClient.StatementSpec about(FetchedMail mail, long uidValidity, String sql) {
        return this.jdbc.sql(sql)
            .param("mailbox", this.mailbox)
            .param("validity", uidValidity)
            .param("uid", mail.uid())
            .param("sha256", mail.sha256());
    }

}
