package no.bits.tls.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** The least that sends mails: one after the other over one connection, none noted. */
final class BareSender {

    private final int port;

    BareSender(int port) {
        this.port = port;
    }

    /**
     * Sends the same mail to many.
     * @param mail the whole mail
     * @param recipients how many
     */
    void run(String mail, int recipients) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        byte[] bytes = mail.getBytes(StandardCharsets.US_ASCII);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", this.port, null, null);
            for (int i = 0; i < recipients; i++) {
                MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(bytes));
                transport.sendMessage(message,
                        new Address[] { new InternetAddress("a%d@d%d.example".formatted(i, i % 500)) });
            }
        }
    }

}
