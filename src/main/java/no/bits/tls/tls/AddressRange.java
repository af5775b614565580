package no.bits.tls.tls;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Addresses with a common beginning; knows which of them are nobody's on the Internet
 * (RFC 6890), so that host names of applicants do not lead us into our own network.
 *
 * @param network the first address
 * @param prefix how many bits are common
 */
record AddressRange(InetAddress network, int prefix) {

    private static final AddressRange[] INNER_IPV4 = ranges("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8"
            + " 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15"
            + " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4");

    private static final AddressRange GLOBAL_IPV6 = range("2000::/3");

    private static final AddressRange[] INNER_IPV6 = ranges("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

    /**
     * Whether an address can be a mail server of somebody on the Internet. Private,
     * loopback, link-local, shared (CGNAT), unique local, multicast and documentation
     * addresses are not, nor those that carry an IPv4 address inside.
     * @param address an address; IPv4-mapped ones are IPv4 in Java
     * @return whether it is public
     */
    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return Stream.of(INNER_IPV4).noneMatch((range) -> range.contains(address));
        }
        return GLOBAL_IPV6.contains(address) && Stream.of(INNER_IPV6).noneMatch((range) -> range.contains(address));
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] first = this.network.getAddress();
        return bytes.length == first.length && head(bytes).equals(head(first));
    }

    private BigInteger head(byte[] address) {
        return new BigInteger(1, address).shiftRight(8 * address.length - this.prefix);
    }

    private static AddressRange[] ranges(String written) {
        return Stream.of(written.split(" ")).map(AddressRange::range).toArray(AddressRange[]::new);
    }

    private static AddressRange range(String written) {
        int slash = written.indexOf('/');
        try {
            return new AddressRange(InetAddress.getByName(written.substring(0, slash)),
                    Integer.parseInt(written.substring(slash + 1)));
        }
        catch (UnknownHostException ex) {
            throw new IllegalArgumentException("%s is no range of addresses".formatted(written), ex);
        }
    }

}
