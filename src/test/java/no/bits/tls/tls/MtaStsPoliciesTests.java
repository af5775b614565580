package no.bits.tls.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import no.bits.tls.identifier.DomainName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads MTA-STS policies from a real web server with TLS. */
class MtaStsPoliciesTests {

    private static final List<String> HOSTS = List.of("mx1.bank.example", "mx.other.example");

    private final TestDns dns = new TestDns();

    private final Lab lab = new Lab().with("resolvers", this.dns.address()).with("timeouts.policy", "2s");

    private final HttpsServer web = server();

    private volatile String body = "version: STSv1\r\nmode: enforce\r\nmx: *.bank.example\nmax_age: 604800\r\n";

    private volatile int status = 200;

    @BeforeEach
    void start() {
        this.web.createContext("/", this::answer);
        this.web.start();
    }

    @AfterEach
    void close() {
        this.web.stop(0);
        this.dns.close();
        this.lab.close();
    }

    @Test
    void readsAPolicyAndSaysWhichServersItLeavesOut() {
        assertThat(read())
            .isEqualTo(new MtaSts("1", "enforce", 604800, List.of("*.bank.example"), List.of("mx.other.example"), ""));
    }

    @Test
    void followsNoRedirect() {
        this.status = 302;
        assertThat(read().problem()).isEqualTo("HTTP status 302");
    }

    @Test
    void readsNoMoreThan64Kilobytes() {
        this.body = "version: STSv1\nmode: enforce\n" + "x: y\n".repeat(20_000);
        assertThat(read().problem()).contains("64 kB");
    }

    @Test
    void saysWhatAPolicyLacks() {
        this.body = "mode: perhaps\n";
        assertThat(read().problem()).isEqualTo("version or mode is missing");
    }

    @Test
    void doesNotGoWhereApplicantsHaveNoBusiness() {
        this.lab.with("inner-addresses", false);
        assertThat(read().problem()).contains("not one of the Internet");
    }

    @Test
    void believesNoOtherHost() {
        assertThat(policies().read("1", address("127.0.0.1"), HOSTS).problem()).contains("127.0.0.1");
    }

    @Test
    void readsTheAnnouncementInDns() {
        DomainName domain = new DomainName("bank.example");
        assertThat(policies().of(domain, HOSTS)).isEqualTo(MtaSts.none());
        this.dns.add("_mta-sts.bank.example", "TXT", "\"v=STSv1; id=20261127T1;\"");
        assertThat(policies().of(domain, HOSTS).id()).isEqualTo("20261127T1");
        this.dns.add("_mta-sts.bank.example", "TXT", "\"v=STSv1; id=2\"");
        assertThat(policies().of(domain, HOSTS).problem()).contains("exactly one");
    }

    private static HttpsServer server() {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 10);
            server.setHttpsConfigurator(
                    new HttpsConfigurator(new JavaTls(List.of(Authority.good("localhost"))).context()));
            return server;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private MtaSts read() {
        return policies().read("1", address("localhost"), HOSTS);
    }

    private URI address(String host) {
        return URI.create("https://%s:%d/.well-known/mta-sts.txt".formatted(host, this.web.getAddress().getPort()));
    }

    private MtaStsPolicies policies() {
        TlsSettings settings = this.lab.settings();
        return new MtaStsPolicies(new Dns(settings), settings, new TrustedRoots(settings));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "https://localhost/elsewhere");
        exchange.sendResponseHeaders(this.status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

}
