package no.bits.tls.tls;

import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.MailRoute.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Finds mail servers in a real DNS, with all that people write into it. */
class MailRoutesTests {

    private final TestDns dns = new TestDns();

    private final Lab lab = new Lab().with("resolvers", this.dns.address());

    @AfterEach
    void close() {
        this.dns.close();
        this.lab.close();
    }

    @Test
    void findsServersByPreferenceWithTheirAddresses() {
        this.dns.add("bank.example", "MX", "20 mx2.bank.example.")
            .add("bank.example", "MX", "10 MX1.bank.example.")
            .add("mx1.bank.example", "A", "192.0.2.1")
            .add("mx1.bank.example", "A", "192.0.2.2")
            .add("mx1.bank.example", "AAAA", "2001:db8::1")
            .add("mx2.bank.example", "A", "192.0.2.3");
        MailRoute route = route("bank.example");
        assertThat(route.kind()).isEqualTo(Kind.MX);
        assertThat(route.exchangers()).extracting(MailExchanger::host)
            .containsExactly("mx1.bank.example", "mx2.bank.example");
        assertThat(route.exchangers().get(0).addresses()).containsExactly("192.0.2.1", "192.0.2.2",
                "2001:db8:0:0:0:0:0:1");
        assertThat(route.operators()).isEqualTo(Set.of("bank.example"));
        assertThat(ServerAddresses.toAsk(route.exchangers().get(0), true)).hasSize(2);
        assertThat(ServerAddresses.toAsk(route.exchangers().get(0), false)).hasSize(1);
    }

    @Test
    void knowsADomainThatTakesNoMail() {
        this.dns.add("bank.example", "MX", "0 .");
        assertThat(route("bank.example").kind()).isEqualTo(Kind.NULL_MX);
    }

    @Test
    void takesTheDomainsOwnAddressWithoutMx() {
        this.dns.add("bank.example", "A", "192.0.2.1");
        MailRoute route = route("bank.example");
        assertThat(route.kind()).isEqualTo(Kind.ADDRESS);
        assertThat(route.exchangers()).extracting(MailExchanger::host).containsExactly("bank.example");
    }

    @Test
    void tellsNothingFromNoAnswer() {
        this.dns.add("texts.example", "TXT", "hello")
            .fail("broken.example", "MX", Rcode.SERVFAIL)
            .fail("refused.example", "MX", Rcode.REFUSED)
            .add("half.example", "TXT", "hello")
            .fail("half.example", "A", Rcode.SERVFAIL);
        assertThat(route("none.example").kind()).isEqualTo(Kind.NOTHING);
        assertThat(route("texts.example").kind()).isEqualTo(Kind.NOTHING);
        assertThat(route("broken.example")).isEqualTo(MailRoute.failed("MX: SERVFAIL"));
        assertThat(route("refused.example").failure()).isEqualTo("MX: REFUSED");
        assertThat(route("half.example").failure()).isEqualTo("A: SERVFAIL");
    }

    @Test
    void saysWhenNobodyAnswers() {
        this.dns.close();
        this.lab.with("dns-timeout", "300ms");
        assertThat(route("bank.example").kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void asksAgainWhereAPacketIsLost() {
        this.dns.add("bank.example", "A", "192.0.2.1").loseNext(2);
        this.lab.with("dns-timeout", "300ms");
        assertThat(route("bank.example").kind()).isEqualTo(Kind.ADDRESS);
    }

    @Test
    void saysWhatOfAServerDnsDidNotAnswer() {
        this.dns.add("bank.example", "MX", "10 mx.bank.example.")
            .add("mx.bank.example", "A", "192.0.2.1")
            .fail("mx.bank.example", "AAAA", Rcode.SERVFAIL);
        assertThat(route("bank.example").exchangers().get(0).failures()).containsExactly("AAAA: SERVFAIL");
        this.lab.with("ipv6", false);
        assertThat(route("bank.example").exchangers().get(0).failures()).isEmpty();
    }

    @Test
    void followsAliases() {
        this.dns.add("bank.example", "CNAME", "hosted.example.")
            .add("hosted.example", "MX", "10 mx.hosted.example.")
            .add("mx.hosted.example", "CNAME", "front.provider.example.")
            .add("front.provider.example", "A", "192.0.2.1");
        MailExchanger exchanger = route("bank.example").exchangers().get(0);
        assertThat(exchanger.host()).isEqualTo("mx.hosted.example");
        assertThat(exchanger.canonicalName()).isEqualTo("front.provider.example");
        assertThat(exchanger.addresses()).containsExactly("192.0.2.1");
    }

    @Test
    void givesUpOnAliasesInACircle() {
        this.dns.add("bank.example", "MX", "10 mx.bank.example.")
            .add("mx.bank.example", "CNAME", "mx.hosted.example.")
            .add("mx.hosted.example", "CNAME", "mx.bank.example.");
        assertThat(route("bank.example").exchangers().get(0).addresses()).isEmpty();
    }

    @Test
    void asksForTheAsciiFormOfANorwegianName() {
        DomainName domain = DomainName.parse("blåbærbanken.example").orElseThrow();
        this.dns.add(domain.ascii(), "MX", "10 mx.bank.example.").add("mx.bank.example", "A", "192.0.2.1");
        assertThat(route(domain.ascii()).kind()).isEqualTo(Kind.MX);
        assertThat(this.dns.questions()).contains("udp " + domain.ascii() + ". MX");
    }

    @Test
    void takesTenServersAndALongAnswerByTcp() {
        IntStream.range(10, 30)
            .forEach((i) -> this.dns.add("bank.example", "MX",
                    "10 a-rather-long-name-for-mx-%d.bank.example.".formatted(i)));
        MailRoute route = route("bank.example");
        assertThat(route.exchangers()).hasSize(10);
        assertThat(route.leftOut()).isEqualTo(10);
        assertThat(this.dns.questions()).contains("tcp bank.example. MX");
    }

    @Test
    void showsDaneAndDnssec() {
        this.dns.add("bank.example", "MX", "10 mx.bank.example.")
            .add("mx.bank.example", "A", "192.0.2.1")
            .add("_25._tcp.mx.bank.example", "TLSA", "3 1 1 " + "ab".repeat(32))
            .secure("bank.example")
            .secure("_25._tcp.mx.bank.example");
        MailRoute route = route("bank.example");
        assertThat(route.secure()).isTrue();
        assertThat(route.exchangers().get(0).tlsaSecure()).isTrue();
        assertThat(route.exchangers().get(0).tlsa()).hasSize(1)
            .allMatch((record) -> record.toLowerCase(Locale.ROOT).startsWith("3 1 1 abab"));
    }

    @Test
    void understandsAddressesOfResolvers() {
        this.dns.add("bank.example", "A", "192.0.2.1");
        assertThat(new Dns(this.lab.with("resolvers", "192.0.2.53,[2001:db8::53]:5353,2001:db8::53").settings()))
            .isNotNull();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> new Dns(this.lab.with("resolvers", "ns.example").settings()))
            .withMessageContaining("ns.example");
    }

    private MailRoute route(String domain) {
        TlsSettings settings = this.lab.settings();
        return new MailRoutes(new Dns(settings), settings).of(new DomainName(domain));
    }

}
