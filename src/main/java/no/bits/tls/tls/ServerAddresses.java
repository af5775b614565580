package no.bits.tls.tls;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.xbill.DNS.Address;

/** Which of a mail server's addresses are asked: the first IPv4 and the first IPv6. */
final class ServerAddresses {

    private ServerAddresses() {
    }

    /**
     * The addresses to ask.
     * @param exchanger a mail server
     * @param ipv6 whether IPv6 is asked too
     * @return two, one or none
     */
    static List<InetAddress> toAsk(MailExchanger exchanger, boolean ipv6) {
        List<InetAddress> all = exchanger.addresses().stream().map(ServerAddresses::parse).toList();
        return Stream.of(first(all, false), ipv6 ? first(all, true) : Optional.<InetAddress>empty())
            .flatMap(Optional::stream)
            .toList();
    }

    private static Optional<InetAddress> first(List<InetAddress> addresses, boolean ipv6) {
        return addresses.stream().filter((address) -> address instanceof Inet6Address == ipv6).findFirst();
    }

    private static InetAddress parse(String address) {
        try {
            return Address.getByAddress(address);
        }
        catch (UnknownHostException ex) {
            throw new IllegalArgumentException("%s is no address".formatted(address), ex);
        }
    }

}
