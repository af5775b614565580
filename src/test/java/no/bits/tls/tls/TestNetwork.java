package no.bits.tls.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.xbill.DNS.Rcode;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The Internet of the tests: mail servers on loopback that do as they are told, and a DNS
 * that knows them and fails for everything else, so that nothing is found out there.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestNetwork {

    private static final TestDns DNS = new TestDns(Rcode.SERVFAIL);

    private static final Lab LAB = new Lab();

    private static final Map<String, LabServer> SERVERS = new ConcurrentHashMap<>();

    static {
        LAB.server("127.0.1.1", Script.with(Authority.good("nobody.example")));
    }

    @Bean
    DynamicPropertyRegistrar networkSettings() {
        return (registry) -> settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    /** The settings by which an application lives in this network. */
    public static Map<String, String> settings() {
        return Map.of("backoffice.tls.resolvers", DNS.address(), "backoffice.tls.port",
                String.valueOf(LAB.settings().port()), "backoffice.tls.inner-addresses", "true",
                "backoffice.tls.trust.store", String.valueOf(LAB.settings().trust().store()),
                "backoffice.tls.trust.password", Lab.PASSWORD, "backoffice.tls.pace.address-pause", "0s",
                "backoffice.tls.pace.operator-per-minute", "10000", "backoffice.tls.pace.now-after", "0s",
                "backoffice.tls.pace.shared-for", "0s");
    }

    /**
     * Gives a domain one mail server, or has the one that it has behave otherwise.
     * @param domain the domain
     * @param behaviour what its mail server does
     */
    public static void mailOf(String domain, Behaviour behaviour) {
        String host = "mx." + domain;
        serve(host, behaviour.script(host));
        mailGoesTo(host, domain);
    }

    /**
     * Gives a domain a good mail server, or has its own show another certificate, one
     * that lives for a year.
     * @param domain the domain
     * @param expiresAt when that expires
     */
    public static void mailOf(String domain, Instant expiresAt) {
        String host = "mx." + domain;
        Duration left = Duration.between(Instant.now(), expiresAt);
        serve(host, Script.with(Authority.INTERMEDIATE.issue(Authority.server(host).valid(left.minusDays(365), left))
            .with(Authority.INTERMEDIATE.certificate)));
        mailGoesTo(host, domain);
    }

    /**
     * Has a good mail server take the mail of many domains.
     * @param host its name
     * @param domains the domains
     */
    public static void mailOf(String host, Collection<String> domains) {
        serve(host, Behaviour.GOOD.script(host));
        domains.forEach((domain) -> mailGoesTo(host, domain));
    }

    private static void serve(String host, Script script) {
        SERVERS.computeIfAbsent(host, (name) -> {
            int number = SERVERS.size() + 1;
            String address = "127.0.%d.%d".formatted(2 + number / 250, 1 + number % 250);
            DNS.add(host, "A", address);
            return LAB.server(address, script);
        }).follow(script);
    }

    private static void mailGoesTo(String host, String domain) {
        DNS.remove(domain);
        DNS.add(domain, "MX", "10 " + host + ".");
    }

    /**
     * Takes a domain away again, whose servers other tests must not find.
     * @param domain the domain
     */
    public static void forget(String domain) {
        DNS.remove(domain);
    }

    /** How a mail server behaves. */
    public enum Behaviour {

        /** As the scheme asks, for as long as any test travels. */
        GOOD {
            @Override
            Script script(String host) {
                return Script.with(
                        Authority.INTERMEDIATE.issue(Authority.server(host).valid(Duration.ofDays(-1), Authority.AGES))
                            .with(Authority.INTERMEDIATE.certificate));
            }
        },

        /** Its certificate is past its time. */
        EXPIRED {
            @Override
            Script script(String host) {
                return Script.with(Authority.INTERMEDIATE
                    .issue(Authority.server(host).valid(Duration.ofDays(-90), Duration.ofHours(-1)))
                    .with(Authority.INTERMEDIATE.certificate));
            }
        },

        /** It offers no STARTTLS. */
        WITHOUT_STARTTLS {
            @Override
            Script script(String host) {
                return GOOD.script(host).saying("EHLO", "250-mx\r\n250 8BITMIME");
            }
        },

        /** It asks everybody to come again. */
        BUSY {
            @Override
            Script script(String host) {
                return GOOD.script(host).saying("banner", "421 4.7.0 Too many connections");
            }
        },

        /** It refuses mail in clear, as requirement 5.2.4 asks. */
        ENFORCING {
            @Override
            Script script(String host) {
                return GOOD.script(host).saying("MAIL", "550 5.7.10 TLS required");
            }
        };

        abstract Script script(String host);

    }

}
