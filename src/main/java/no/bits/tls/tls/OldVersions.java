package no.bits.tls.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Asks a server on a second connection for a version of TLS that this JVM does not speak:
 * a bare ClientHello, and a look at the first record that comes back. The server logs a
 * lost connection.
 */
@Component
class OldVersions {

    private final TlsSettings settings;

    private final Watchdog watchdog;

    OldVersions(TlsSettings settings, Watchdog watchdog) {
        this.settings = settings;
        this.watchdog = watchdog;
    }

    /**
     * Says more closely which old version a server speaks that refused TLS 1.2 and 1.3.
     */
    ProbeStopped named(ProbeStopped stop, InetAddress address, String host) {
        return answer(new ClientHello(ClientHello.TLS_1_1), address, host)
            .filter((answer) -> !answer.startsWith("alert"))
            .map((version) -> new ProbeStopped(Finding.VERSION_TOO_OLD, stop.said(), version))
            .orElse(stop);
    }

    /** Whether a server accepts TLS 1.2, or does not clearly say that it does not. */
    boolean speakTls12(InetAddress address, String host) {
        return !answer(new ClientHello(ClientHello.TLS_1_2), address, host).filter(ClientHello.PROTOCOL_VERSION::equals)
            .isPresent();
    }

    private Optional<String> answer(ClientHello hello, InetAddress address, String host) {
        try (SmtpConversation conversation = SmtpConversation.with(address, this.settings.port(),
                this.settings.timeouts(), this.watchdog)) {
            if (conversation.banner().positive()
                    && conversation.say("EHLO " + this.settings.ehloName()).offers("STARTTLS")
                    && conversation.say("STARTTLS").positive()) {
                return ClientHello.answer(conversation.exchange(hello.bytes(host)));
            }
            return Optional.empty();
        }
        catch (IOException ex) {
            return Optional.empty();
        }
    }

}
