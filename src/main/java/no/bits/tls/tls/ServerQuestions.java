package no.bits.tls.tls;

import java.net.InetAddress;
import java.time.Clock;

import org.springframework.stereotype.Component;

/**
 * Asks one mail server at one address, where that is permitted, possible and its turn; or
 * takes what somebody else has just found.
 */
@Component
class ServerQuestions {

    private final TlsSettings settings;

    private final SelfTest selfTest;

    private final Turns turns;

    private final ServerProbe probe;

    private final Clock clock;

    ServerQuestions(TlsSettings settings, SelfTest selfTest, Turns turns, ServerProbe probe, Clock clock) {
        this.settings = settings;
        this.selfTest = selfTest;
        this.turns = turns;
        this.probe = probe;
        this.clock = clock;
    }

    /**
     * Asks.
     * @param address where the server is
     * @param exchanger the server
     * @param freshness how old the answer may be
     * @return the report
     */
    ServerReport ask(InetAddress address, MailExchanger exchanger, Freshness freshness) {
        String host = exchanger.host();
        String shown = address.getHostAddress();
        if (!this.settings.innerAddresses() && !AddressRange.isPublic(address)) {
            return ServerReport.without(host, shown, this.clock.instant(), Finding.INNER_ADDRESS, shown);
        }
        if (!this.selfTest.vouchesFor(address)) {
            return ServerReport.without(host, shown, this.clock.instant(), Finding.SELF_TEST_FAILED,
                    SelfTest.familyOf(address));
        }
        return this.turns
            .shared(address, host, freshness,
                    (turn) -> this.probe.probe(address, host, () -> this.turns.again(turn, address, host)))
            .orElseGet(() -> ServerReport.without(host, shown, this.clock.instant(), Finding.NO_TURN));
    }

}
