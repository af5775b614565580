package no.bits.tls.tls;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import no.bits.tls.identifier.DomainName;

/**
 * Whether a domain's servers refuse mail in clear from a listed domain, with what was
 * said as evidence; to be kept as JSON.
 *
 * @param domain the domain whose servers were asked
 * @param sender the listed domain in MAIL FROM
 * @param askedAt when
 * @param servers one for each address
 */
public record InboundProofReport(DomainName domain, DomainName sender, Instant askedAt, List<ServerProof> servers) {

    public InboundProofReport {
        servers = List.copyOf(servers);
    }

    /**
     * What all servers together prove: enforced only where none takes such mail or delays
     * it, and at least one refuses it. Servers that could not be tried leave it unknown
     * unless they could not be reached at all.
     */
    public Enforcement enforcement() {
        Set<Enforcement> seen = this.servers.stream()
            .filter(ServerProof::reached)
            .map(ServerProof::enforcement)
            .collect(Collectors.toSet());
        for (Enforcement worse : List.of(Enforcement.NOT_ENFORCED, Enforcement.DELAYED, Enforcement.UNKNOWN)) {
            if (seen.contains(worse)) {
                return worse;
            }
        }
        return seen.isEmpty() ? Enforcement.UNKNOWN : Enforcement.ENFORCED;
    }

    /**
     * One server at one address.
     *
     * @param mailHost its name in the MX record
     * @param address its address; empty where it has none
     * @param enforcement what it showed
     * @param reached whether it could be connected to
     * @param transcript what was said, a line each: {@code C: } ours, {@code S: } the
     * server's, quoted; {@code -- } what happened otherwise
     */
    public record ServerProof(String mailHost, String address, Enforcement enforcement, boolean reached,
            List<String> transcript) {

        public ServerProof {
            transcript = List.copyOf(transcript);
        }

    }

}
