package no.bits.tls.tls;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import no.bits.tls.identifier.DomainName;

/**
 * How a domain's mail servers answered, all together: the result of one check, to be kept
 * as JSON.
 *
 * @param domain the domain
 * @param askedAt when the check began; a server's answer may be shared and a little older
 * @param route where DNS sends the domain's mail
 * @param servers one report for each address that was asked, the most preferred first
 * @param verdicts what concerns the domain as a whole: no mail server, null MX, none
 * reachable, no answer from DNS
 * @param mtaSts its MTA-STS policy; shown, never judged
 * @param tlsReporting its TLS-RPT record (RFC 8460), empty where it has none; shown,
 * never judged
 */
public record DomainReport(DomainName domain, Instant askedAt, MailRoute route, List<ServerReport> servers,
        List<Verdict> verdicts, MtaSts mtaSts, String tlsReporting) {

    public DomainReport {
        servers = List.copyOf(servers);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * The worst verdict of one requirement over all servers. A server that is set aside
     * because others answer counts for requirement 5.1.1 only.
     * @param requirement the requirement
     * @return the outcome; unknown where nothing was tested
     */
    public Outcome outcome(Requirement requirement) {
        return Outcome
            .worst(allVerdicts().filter((verdict) -> verdict.requirement() == requirement).map(Verdict::outcome));
    }

    /** The worst verdict of each requirement. */
    public Map<Requirement, Outcome> outcomes() {
        Map<Requirement, Outcome> outcomes = new EnumMap<>(Requirement.class);
        for (Requirement requirement : Requirement.values()) {
            outcomes.put(requirement, outcome(requirement));
        }
        return outcomes;
    }

    /** The worst verdict of all. */
    public Outcome worst() {
        return Outcome.worst(allVerdicts().map(Verdict::outcome));
    }

    /** Whether a requirement is not met, however the others stand. */
    public boolean fails() {
        return outcomes().containsValue(Outcome.FAIL);
    }

    /** Whether all requirements were tested and are met. */
    public boolean passes() {
        return outcomes().values().stream().allMatch((outcome) -> outcome == Outcome.PASS || outcome == Outcome.NOTE);
    }

    /** What is to be mended, of the domain as a whole first, then server by server. */
    public List<Fault> faults() {
        return Stream.concat(this.verdicts.stream().map((verdict) -> new Fault("", verdict)), this.servers.stream()
            .flatMap((server) -> server.verdicts().stream().map((verdict) -> new Fault(server.mailHost(), verdict))))
            .filter((fault) -> fault.verdict().outcome() == Outcome.FAIL)
            .distinct()
            .toList();
    }

    /** Whether a server asked us to come again. */
    public boolean wantsRetry() {
        return allVerdicts().anyMatch((verdict) -> verdict.outcome() == Outcome.RETRY);
    }

    /**
     * When the first of the servers' certificates expires; nothing where none was seen.
     */
    public Optional<Instant> earliestExpiry() {
        return this.servers.stream().flatMap((server) -> server.expiresAt().stream()).min(Comparator.naturalOrder());
    }

    /** Who runs the mail servers: the last two labels of each MX, sorted. */
    public Set<String> operators() {
        return this.route.operators();
    }

    private Stream<Verdict> allVerdicts() {
        return Stream.concat(this.verdicts.stream(),
                this.servers.stream().flatMap((server) -> server.verdicts().stream()));
    }

}
