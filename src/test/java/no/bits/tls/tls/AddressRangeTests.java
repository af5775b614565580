package no.bits.tls.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Knows the addresses that are somebody's on the Internet. */
class AddressRangeTests {

    @ParameterizedTest
    @ValueSource(strings = { "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "193.0.0.1",
            "223.255.255.255", "2001:4860:4860::8888", "2a00:1450::1", "2620:fe::fe" })
    void asksPublicOnes(String address) throws UnknownHostException {
        assertThat(AddressRange.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254",
            "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
            "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "255.255.255.255", "::", "::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::7f00:1", "fc00::1", "fd12::1", "fe80::1",
            "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "3fff::1", "4000::1" })
    void doesNotAskInnerOnes(String address) throws UnknownHostException {
        assertThat(AddressRange.isPublic(InetAddress.getByName(address))).isFalse();
    }

}
