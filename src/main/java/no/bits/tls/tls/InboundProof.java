package no.bits.tls.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;
import no.bits.tls.tls.InboundProofReport.ServerProof;

import org.springframework.stereotype.Service;

/**
 * Proves that a domain's servers refuse mail in clear from a listed domain (requirement
 * 5.2.4): connects without STARTTLS, names a listed sender and the domain's postmaster,
 * and goes. No mail is ever sent. Only for a participant who has agreed to it.
 */
@Service
public class InboundProof {

    private final MailRoutes routes;

    private final Turns turns;

    private final SelfTest selfTest;

    private final Watchdog watchdog;

    private final TlsSettings settings;

    private final Clock clock;

    InboundProof(MailRoutes routes, Turns turns, SelfTest selfTest, Watchdog watchdog, TlsSettings settings,
            Clock clock) {
        this.routes = routes;
        this.turns = turns;
        this.selfTest = selfTest;
        this.watchdog = watchdog;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks the domain's servers, one after the other.
     * @param domain the participant's domain
     * @param listed a listed domain, whose postmaster is the sender
     * @return what they said; whatever DNS, servers and network do is part of it
     * @throws IllegalStateException if a transaction is active
     */
    public InboundProofReport prove(DomainName domain, DomainName listed) {
        DomainProbe.refuseInsideTransaction();
        Instant askedAt = this.clock.instant();
        List<ServerProof> servers = this.routes.of(domain)
            .exchangers()
            .stream()
            .flatMap((exchanger) -> ask(exchanger, domain, listed))
            .toList();
        return new InboundProofReport(domain, listed, askedAt, servers);
    }

    private Stream<ServerProof> ask(MailExchanger exchanger, DomainName domain, DomainName listed) {
        return ServerAddresses.toAsk(exchanger, this.settings.ipv6())
            .stream()
            .map((address) -> ask(address, exchanger.host(), domain, listed));
    }

    private ServerProof ask(InetAddress address, String host, DomainName domain, DomainName listed) {
        if (!this.settings.innerAddresses() && !AddressRange.isPublic(address)) {
            return untried(address, host, "not an address of the Internet");
        }
        if (!this.selfTest.vouchesFor(address)) {
            return untried(address, host, "our own machine reaches no mail server over " + SelfTest.familyOf(address));
        }
        return this.turns.alone(address, host, () -> connect(address, host, domain, listed))
            .orElseGet(() -> untried(address, host, "no turn in time"));
    }

    private ServerProof connect(InetAddress address, String host, DomainName domain, DomainName listed) {
        InboundDialogue dialogue = new InboundDialogue(this.settings.ehloName(), domain, listed);
        boolean reached = false;
        try (SmtpConversation conversation = SmtpConversation.with(address, this.settings.port(),
                this.settings.timeouts(), this.watchdog)) {
            reached = true;
            dialogue.hold(conversation);
        }
        catch (IOException ex) {
            dialogue.broke(ex);
        }
        return new ServerProof(host, address.getHostAddress(), dialogue.enforcement(), reached, dialogue.transcript());
    }

    private static ServerProof untried(InetAddress address, String host, String why) {
        return new ServerProof(host, address.getHostAddress(), Enforcement.UNKNOWN, true, List.of("-- " + why));
    }

}
