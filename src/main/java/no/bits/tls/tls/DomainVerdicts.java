package no.bits.tls.tls;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;

import static no.bits.tls.tls.Requirement.MAIL_SERVERS;

/** Judges what only shows when a domain's servers are looked at together. */
final class DomainVerdicts {

    private DomainVerdicts() {
    }

    /**
     * What concerns the domain as a whole.
     * @param domain the domain
     * @param route where its mail goes
     * @param servers how its servers answered
     * @return the verdicts, none where all is said of the servers
     */
    static List<Verdict> of(DomainName domain, MailRoute route, List<ServerReport> servers) {
        return switch (route.kind()) {
            case FAILED -> Arrays.stream(Requirement.values())
                .map((requirement) -> Verdict.of(requirement, Finding.DNS_FAILED, domain.unicode(), route.failure()))
                .toList();
            case NULL_MX -> List.of(Verdict.of(MAIL_SERVERS, Finding.NULL_MX, domain.unicode()));
            case NOTHING -> List.of(Verdict.of(MAIL_SERVERS, Finding.NO_MAIL_SERVER, domain.unicode()));
            case MX, ADDRESS -> servers.stream().allMatch((server) -> server.has(Finding.UNREACHABLE))
                    ? List.of(Verdict.of(MAIL_SERVERS, Finding.ALL_UNREACHABLE)) : List.of();
        };
    }

    /**
     * Where servers answer, those that cannot be reached are worth a note and no more:
     * some domains have a dead one on purpose.
     * @param servers how the servers answered
     * @return the same, without other verdicts of those that are set aside
     */
    static List<ServerReport> setAside(List<ServerReport> servers) {
        return servers.stream().noneMatch((server) -> server.has(Finding.REACHED)) ? servers
                : servers.stream().map(DomainVerdicts::setAside).toList();
    }

    /**
     * What is to be said of a server whose addresses are not known.
     * @param exchanger the server
     * @param asked the addresses that are asked
     * @param now when
     * @return none where there is nothing to say
     */
    static Stream<ServerReport> withoutAddress(MailExchanger exchanger, List<InetAddress> asked, Instant now) {
        String host = exchanger.host();
        if (!exchanger.failures().isEmpty()) {
            return exchanger.failures()
                .stream()
                .map((failure) -> ServerReport.without(host, "", now, Finding.DNS_FAILED, host, failure))
                .map((report) -> report.withPreference(exchanger.preference()));
        }
        if (!asked.isEmpty()) {
            return Stream.empty();
        }
        ServerReport report = exchanger.addresses().isEmpty()
                ? ServerReport.without(host, "", now, Finding.UNREACHABLE, "no address")
                : ServerReport.without(host, exchanger.addresses().get(0), now, Finding.SELF_TEST_FAILED, "IPv6");
        return Stream.of(report.withPreference(exchanger.preference()));
    }

    private static ServerReport setAside(ServerReport server) {
        return server.verdicts()
            .stream()
            .filter((verdict) -> verdict.finding() == Finding.UNREACHABLE)
            .findFirst()
            .map((verdict) -> server
                .withVerdicts(List.of(new Verdict(MAIL_SERVERS, Finding.ONE_UNREACHABLE, verdict.details()))))
            .orElse(server);
    }

}
