package no.bits.tls.domaincheck;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.bits.tls.calendar.OsloTime;
import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.Enforcement;
import no.bits.tls.tls.InboundProofReport;
import no.bits.tls.tls.MtaSts;
import no.bits.tls.tls.Outcome;
import no.bits.tls.tls.Requirement;
import no.bits.tls.tls.SeenCertificate;
import no.bits.tls.tls.ServerReport;
import no.bits.tls.tls.Verdict;
import no.bits.tls.workflow.DeskLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of a domain's mail servers: one verdict for each requirement, then each
 * server with its evidence.
 *
 * @param domain the domain as people write it
 * @param checkedAt when they were looked at last, in Oslo
 * @param underWay whether they are being looked at now
 * @param dueAt when they are looked at again, in Oslo
 * @param requirements the worst verdict of each requirement; empty before the first look
 * @param remarks what concerns the domain as a whole
 * @param servers its servers, the most preferred first
 * @param shown what is shown and never judged
 * @param proof what a connection without TLS was told, if one was made
 */
record CheckSheet(String domain, @Nullable OffsetDateTime checkedAt, boolean underWay, @Nullable OffsetDateTime dueAt,
        List<RequirementLine> requirements, List<Line> remarks, List<Server> servers, List<Shown> shown,
        @Nullable Proof proof) {

    /**
     * The sheet of one domain.
     * @param checks its checks, oldest first; at least one
     * @param operators who runs its mail servers and who did, newest first
     * @param now the time
     */
    static CheckSheet of(List<DomainCheck> checks, List<MailOperator> operators, Instant now) {
        Optional<DomainCheck> seen = checks.stream()
            .filter((check) -> check.report() != null)
            .reduce((older, newer) -> newer);
        Optional<Instant> due = checks.stream()
            .flatMap((check) -> Stream.ofNullable(check.dueAt()))
            .reduce((older, newer) -> newer);
        Optional<DomainReport> report = seen.flatMap(DomainCheck::seen);
        return new CheckSheet(checks.get(0).domain().unicode(),
                seen.map(DomainCheck::checkedAt).map(CheckSheet::inOslo).orElse(null),
                due.filter((moment) -> !moment.isAfter(now)).isPresent(), due.map(CheckSheet::inOslo).orElse(null),
                report.map(CheckSheet::requirements).orElse(List.of()),
                report.map((one) -> lines(one.verdicts())).orElse(List.of()),
                report.map((one) -> one.servers().stream().map(Server::of).toList()).orElse(List.of()),
                report.map((one) -> Shown.of(one, operators)).orElse(List.of()),
                checks.stream()
                    .flatMap((check) -> Stream.ofNullable(check.proof()))
                    .reduce((older, newer) -> newer)
                    .map(Proof::of)
                    .orElse(null));
    }

    private static List<RequirementLine> requirements(DomainReport report) {
        return Arrays.stream(Requirement.values())
            .map((requirement) -> new RequirementLine(requirement.number(),
                    requirement.title(DeskLanguage.ofReader().written()), report.outcome(requirement)))
            .toList();
    }

    private static List<Line> lines(List<Verdict> verdicts) {
        return verdicts.stream().map(Line::of).toList();
    }

    /** Whether mail in clear from a listed domain is refused, and what was said. */
    record Proof(Enforcement enforcement, OffsetDateTime at, List<String> transcript) {

        static Proof of(InboundProofReport report) {
            return new Proof(report.enforcement(), inOslo(report.askedAt()),
                    report.servers()
                        .stream()
                        .flatMap((server) -> Stream.concat(Stream.of(server.mailHost() + " " + server.address()),
                                server.transcript().stream()))
                        .toList());
        }

    }

    /** A record of the domain that the scheme does not ask for. */
    record Shown(String name, String value) {

        private static final int MOST_OPERATORS = 3;

        static List<Shown> of(DomainReport report, List<MailOperator> operators) {
            DeskLanguage reader = DeskLanguage.ofReader();
            return List.of(
                    new Shown(reader.of("Driftes av", "Run by"),
                            String.join(", ", report.operators()) + before(operators)),
                    new Shown("MTA-STS", policy(report.mtaSts())), new Shown("TLS-RPT", report.tlsReporting()),
                    new Shown("DANE", report.route()
                        .exchangers()
                        .stream()
                        .filter((exchanger) -> !exchanger.tlsa().isEmpty())
                        .map((exchanger) -> exchanger.host() + (exchanger.tlsaSecure() ? ""
                                : reader.of(" (uten DNSSEC, uten virkning)", " (without DNSSEC, without effect)")))
                        .collect(Collectors.joining(", "))),
                    new Shown("DNSSEC", report.route().secure()
                            ? reader.of("MX-oppslaget er signert", "The MX lookup is signed") : ""));
        }

        private static String before(List<MailOperator> operators) {
            DeskLanguage reader = DeskLanguage.ofReader();
            return (operators.size() < 2) ? ""
                    : operators.stream()
                        .skip(1)
                        .limit(MOST_OPERATORS)
                        .map((one) -> reader.of("%s til %s", "%s until %s").formatted(one.names(), lastSeen(one)))
                        .collect(Collectors.joining(", ", reader.of(", før det ", ", before that "), ""));
        }

        private static String lastSeen(MailOperator operator) {
            return DeskLanguage.ofReader()
                .written()
                .date(OsloTime.dateOf(Optional.ofNullable(operator.before()).orElseThrow()));
        }

        private static String policy(MtaSts policy) {
            String uncovered = policy.uncovered().isEmpty() ? ""
                    : DeskLanguage.ofReader().of(", dekker ikke ", ", does not cover ")
                            + String.join(", ", policy.uncovered());
            return policy.mode().isEmpty() ? policy.problem() : policy.mode() + uncovered;
        }

    }

    private static OffsetDateTime inOslo(Instant moment) {
        return moment.atZone(OsloTime.ZONE).toOffsetDateTime();
    }

    /** A requirement and the worst that was found of it. */
    record RequirementLine(String number, String title, Outcome outcome) {
    }

    /** One verdict in words. */
    record Line(String number, Outcome outcome, String sentence) {

        static Line of(Verdict verdict) {
            return new Line(verdict.requirement().number(), verdict.outcome(),
                    verdict.sentence(DeskLanguage.ofReader().written()));
        }

    }

    /** One server at one address, with what its administrator recognises. */
    record Server(String host, String address, int preference, String banner, String tlsVersion, String cipher,
            String said, List<Line> verdicts, List<Certificate> chain) {

        static Server of(ServerReport report) {
            return new Server(report.mailHost(), report.address(), report.preference(), report.banner(),
                    report.tlsVersion(), report.cipher(), report.said(), lines(report.verdicts()),
                    report.chain().stream().map(Certificate::of).toList());
        }

    }

    /** One certificate of a chain. */
    record Certificate(String subject, String issuer, List<String> names, OffsetDateTime from, OffsetDateTime until,
            String key, String signature) {

        static Certificate of(SeenCertificate seen) {
            return new Certificate(seen.subject(), seen.issuer(), seen.names(), inOslo(seen.notBefore()),
                    inOslo(seen.notAfter()), seen.key(), seen.signature());
        }

    }

}
