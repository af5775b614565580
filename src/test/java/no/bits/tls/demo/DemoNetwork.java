package no.bits.tls.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import no.bits.tls.tls.TestNetwork;
import no.bits.tls.tls.TestNetwork.Behaviour;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The mail servers of the organisations that the demo mails for: most are as they should
 * be, some are not, and one has a certificate that nobody renews.
 */
final class DemoNetwork {

    private static final List<String> GOOD = List.of("einebaerpensjonskasse", "gramake-sparebank",
            "post.gramake-sparebank", "fjellvakbanken", "kunde.fjellvakbanken", "heilofinans", "sparebankenmyrsnipe",
            "myrsnipe", "blaskogstjerne", "xn--blskogstjerne-qfb", "steinskvettverdipapirfond", "gronnfinkboligkreditt",
            "gronnfink-gruppen", "toppandboligkreditt", "epost.toppandboligkreditt", "bergandkreditt", "kreklingbanken",
            "oyenstikkersparebank", "dvergbjork-forsikring", "adv-sandlo");

    private static final Map<String, Behaviour> OTHERS = Map.of("gramake-kunde", Behaviour.WITHOUT_STARTTLS, "fjellvak",
            Behaviour.EXPIRED, "heilo-regnskap", Behaviour.EXPIRED, "sparebankenfiskemake", Behaviour.WITHOUT_STARTTLS,
            "blaveis-finans", Behaviour.ENFORCING);

    private static final String FORGETFUL = "boksangerpensjonskasse.example";

    private static final Duration ITS_CERTIFICATE_LASTS = Duration.ofDays(45);

    private DemoNetwork() {
    }

    static void build(ConfigurableEnvironment environment) {
        GOOD.forEach((name) -> TestNetwork.mailOf(name + ".example", Behaviour.GOOD));
        OTHERS.forEach((name, behaviour) -> TestNetwork.mailOf(name + ".example", behaviour));
        TestNetwork.mailOf(FORGETFUL, Instant.now().plus(ITS_CERTIFICATE_LASTS));
        environment.getPropertySources()
            .addLast(new MapPropertySource("demo network", Map.copyOf(TestNetwork.settings())));
    }

}
