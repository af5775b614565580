package no.bits.tls.tls;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.xbill.DNS.Address;
import org.xbill.DNS.Type;

import org.springframework.stereotype.Component;

/**
 * Whether this machine can reach mail servers at all, over IPv4 and over IPv6: asked of
 * the known good servers in the settings before anybody else's server is judged.
 */
@Component
class SelfTest {

    private final TlsSettings settings;

    private final Dns dns;

    private final Watchdog watchdog;

    private final Clock clock;

    private final Family ipv4 = new Family(Type.A);

    private final Family ipv6 = new Family(Type.AAAA);

    SelfTest(TlsSettings settings, Dns dns, Watchdog watchdog, Clock clock) {
        this.settings = settings;
        this.dns = dns;
        this.watchdog = watchdog;
        this.clock = clock;
    }

    /**
     * Whether verdicts about servers with such an address can be believed.
     * @param address a server's address
     * @return whether one known good server answered over the same family, or there are
     * none to ask
     */
    boolean vouchesFor(InetAddress address) {
        return this.settings.selfTest().servers().isEmpty()
                || ((address instanceof Inet6Address) ? this.ipv6 : this.ipv4).reaches();
    }

    /** The name of an address's family: {@code IPv4} or {@code IPv6}. */
    static String familyOf(InetAddress address) {
        return (address instanceof Inet6Address) ? "IPv6" : "IPv4";
    }

    private boolean answers(InetAddress address) {
        try (SmtpConversation conversation = SmtpConversation.with(address, this.settings.port(),
                this.settings.timeouts(), this.watchdog)) {
            return conversation.banner().code() > 0;
        }
        catch (IOException ex) {
            return false;
        }
    }

    private Stream<InetAddress> addresses(String server, int type) {
        try {
            return Stream.of(Address.getByAddress(server))
                .filter((address) -> address instanceof Inet6Address == (type == Type.AAAA));
        }
        catch (UnknownHostException ex) {
            List<InetAddress> addresses = Dns.addresses(this.dns.ask(server, type));
            return addresses.stream().limit(1);
        }
    }

    /** One family of addresses and what was last seen of it. */
    private final class Family {

        private final int type;

        private boolean reached;

        private Instant until = Instant.MIN;

        Family(int type) {
            this.type = type;
        }

        synchronized boolean reaches() {
            Instant now = SelfTest.this.clock.instant();
            if (!now.isBefore(this.until)) {
                this.reached = SelfTest.this.settings.selfTest()
                    .servers()
                    .stream()
                    .flatMap((server) -> addresses(server, this.type))
                    .anyMatch(SelfTest.this::answers);
                this.until = now.plus(SelfTest.this.settings.selfTest().validFor());
            }
            return this.reached;
        }

    }

}
