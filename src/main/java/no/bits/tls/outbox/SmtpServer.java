package no.bits.tls.outbox;

import java.util.Objects;
import java.util.Properties;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import no.bits.tls.mailaccount.Login;
import no.bits.tls.mailaccount.MailAccount;
import no.bits.tls.mailaccount.NoAccessToken;
import no.bits.tls.outbox.OutboxSettings.Security;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.stereotype.Component;

/** The mail server that takes our mails: {@code spring.mail.*}. */
@Component
class SmtpServer {

    private final MailProperties mail;

    private final OutboxSettings settings;

    private final MailAccount account;

    private final Session session;

    SmtpServer(MailProperties mail, OutboxSettings settings, MailAccount account) {
        this.mail = mail;
        this.settings = settings;
        this.account = account;
        this.session = Session.getInstance(properties());
    }

    /**
     * Connects and logs in.
     * @return a connection that is ready for the first mail
     * @throws MessagingException if the server is away, has no TLS where it must, or does
     * not let us in
     */
    SmtpConnection connect() throws MessagingException {
        try {
            return hasToken() ? connectWithToken(this.account.token()) : connect(this.mail.getPassword());
        }
        catch (NoAccessToken ex) {
            throw new MessagingException(ex.getMessage(), ex);
        }
    }

    private SmtpConnection connectWithToken(String token) throws MessagingException {
        try {
            return connect(token);
        }
        catch (AuthenticationFailedException ex) {
            return connectWithNewToken(this.account.tokenInsteadOf(token));
        }
    }

    private SmtpConnection connectWithNewToken(String token) throws MessagingException {
        try {
            return connect(token);
        }
        catch (AuthenticationFailedException ex) {
            throw new MessagingException(
                    this.account.refusal(host(), String.valueOf(this.mail.getUsername()), "spring.mail.username", ex),
                    ex);
        }
    }

    private SmtpConnection connect(@Nullable String secret) throws MessagingException {
        SmtpConnection connection = new SmtpConnection(this.session, this.settings.mailsPerConnection());
        connection.connect(host(), port(), this.mail.getUsername(), secret);
        return connection;
    }

    private boolean hasToken() {
        return this.settings.login() == Login.OAUTH2 && this.mail.getUsername() != null;
    }

    private String host() {
        return Objects.requireNonNullElse(this.mail.getHost(), "localhost");
    }

    private int port() {
        return Objects.requireNonNullElse(this.mail.getPort(), this.settings.security().port());
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(this.mail.getUsername() != null));
        if (hasToken()) {
            properties.put("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
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
