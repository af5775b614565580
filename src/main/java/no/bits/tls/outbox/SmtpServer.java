package no.bits.tls.outbox;

import java.util.Objects;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import no.bits.tls.outbox.OutboxSettings.Security;

import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.stereotype.Component;

/** The mail server that takes our mails: {@code spring.mail.*}. */
@Component
class SmtpServer {

    private final MailProperties mail;

    private final OutboxSettings settings;

    private final Session session;

    SmtpServer(MailProperties mail, OutboxSettings settings) {
        this.mail = mail;
        this.settings = settings;
        this.session = Session.getInstance(properties());
    }

    /**
     * Connects and logs in.
     * @return a connection that is ready for the first mail
     * @throws MessagingException if the server is away, has no TLS where it must, or does
     * not let us in
     */
    SmtpConnection connect() throws MessagingException {
        SmtpConnection connection = new SmtpConnection(this.session, this.settings.mailsPerConnection());
        connection.connect(Objects.requireNonNullElse(this.mail.getHost(), "localhost"), port(),
                this.mail.getUsername(), this.mail.getPassword());
        return connection;
    }

    private int port() {
        return Objects.requireNonNullElse(this.mail.getPort(), this.settings.security().port());
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(this.mail.getUsername() != null));
        properties.put("mail.smtp.starttls.enable", String.valueOf(this.settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(this.settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", String.valueOf(this.settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.localhost", this.settings.messageIdHost());
        properties.put("mail.smtp.connectiontimeout", String.valueOf(this.settings.connectTimeout().toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(this.settings.answerTimeout().toMillis()));
        properties.put("mail.smtp.writetimeout", String.valueOf(this.settings.answerTimeout().toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.putAll(this.mail.getProperties());
        return properties;
    }

}
