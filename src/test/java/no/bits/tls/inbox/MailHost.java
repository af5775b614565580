package no.bits.tls.inbox;

import java.util.List;

/** A mail server with our mailbox, as seen by those who mail us and those who run it. */
interface MailHost extends AutoCloseable {

    /** Where it answers, on loopback. */
    int port();

    /** A mail arrives. */
    void deliver(byte[] mail);

    /**
     * The subjects of the mails in a folder.
     * @param folder its name, for example {@code INBOX}
     * @return one subject for each mail, in no order; none if there is no such folder
     */
    List<String> subjects(String folder);

    @Override
    void close();

}
