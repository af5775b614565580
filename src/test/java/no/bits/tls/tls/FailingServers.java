package no.bits.tls.tls;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Mail servers on loopback that fail, each in one way, for mail programs to fail at. */
public final class FailingServers implements AutoCloseable {

    private final Lab lab = new Lab();

    private final Map<Flaw, LabServer> servers = new EnumMap<>(Flaw.class);

    /** Starts them all, on one port. */
    public FailingServers() {
        for (Flaw flaw : Flaw.values()) {
            this.servers.put(flaw, this.lab.server("127.0.9." + (flaw.ordinal() + 1), flaw.script()));
        }
    }

    /** The address of a server. */
    public String addressOf(Flaw flaw) {
        return server(flaw).address().getHostAddress();
    }

    /** The port of all. */
    public int port() {
        return server(Flaw.WITHOUT_STARTTLS).port();
    }

    /** The root that senders trust, PEM. */
    public Path roots() {
        return Authority.pem(this.lab.folder);
    }

    @Override
    public void close() {
        this.lab.close();
    }

    private LabServer server(Flaw flaw) {
        return Objects.requireNonNull(this.servers.get(flaw));
    }

    /** In what way a server fails. */
    public enum Flaw {

        /** It offers no STARTTLS. */
        WITHOUT_STARTTLS("starttls-not-supported", (good) -> good.saying("EHLO", "250-mx\r\n250 8BITMIME")),

        /** Nobody but itself vouches for its certificate. */
        SELF_SIGNED("certificate-not-trusted", (good) -> Script.with(Authority.selfSigned(Authority.server(Flaw.MX)))),

        /** Its certificate is past its time. */
        EXPIRED("certificate-expired",
                (good) -> Script.with(Authority.INTERMEDIATE
                    .issue(Authority.server(Flaw.MX).valid(Duration.ofDays(-90), Duration.ofHours(-1)))
                    .with(Authority.INTERMEDIATE.certificate))),

        /** Its certificate is another's. */
        WRONG_NAME("certificate-host-mismatch", (good) -> Script.with(Authority.good("mail.other.example"))),

        /** It breaks off in the handshake. */
        CUTTING("unknown", (good) -> Script.with(RawTls.cutting())),

        /** It refuses to begin TLS. */
        REFUSING_STARTTLS("unknown", (good) -> good.saying("STARTTLS", "454 4.7.0 TLS not available")),

        /** It knows nobody. */
        KNOWING_NOBODY("recipient-unknown",
                (good) -> good.saying("RCPT inside", "550 5.1.1 Recipient address rejected: User unknown"));

        private static final String MX = "mx.fjordbanken.example";

        private final String cause;

        private final UnaryOperator<Script> script;

        Flaw(String cause, UnaryOperator<Script> script) {
            this.cause = cause;
            this.script = script;
        }

        /** The cause in RFC 8460's words, which a sender may or may not name. */
        public String cause() {
            return this.cause;
        }

        /** The domain whose mail such a server takes. */
        public String domain() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".example";
        }

        /** The name that the certificates have. */
        public static String host() {
            return MX;
        }

        private Script script() {
            return this.script.apply(Script.with(Authority.good(MX)));
        }

    }

}
