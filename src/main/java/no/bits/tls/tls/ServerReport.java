package no.bits.tls.tls;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one mail server answered at one of its addresses, with the evidence that its
 * administrator recognises. What the server said is quoted without control characters and
 * shortened.
 *
 * @param mailHost the name in the MX record, without a trailing dot
 * @param preference the preference in the MX record
 * @param address the address that was asked; empty where the name has none
 * @param askedAt when
 * @param banner the server's first answer; empty where there was none
 * @param ehlo the lines of its answer to EHLO, at most 40
 * @param tlsVersion for example {@code TLSv1.3}; empty where no handshake succeeded
 * @param cipher the cipher suite; empty where no handshake succeeded
 * @param chain the certificates that it sent, its own first
 * @param said the sentence with which the server, or the network, stopped us; empty where
 * nothing did
 * @param verdicts one or more of each requirement; of a server that is set aside because
 * others of the domain answer, only that
 */
public record ServerReport(String mailHost, int preference, String address, Instant askedAt, String banner,
        List<String> ehlo, String tlsVersion, String cipher, List<SeenCertificate> chain, String said,
        List<Verdict> verdicts) {

    public ServerReport {
        ehlo = List.copyOf(ehlo);
        chain = List.copyOf(chain);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * A report of a server that was not asked, or gave nothing to report.
     * @param mailHost its name
     * @param address its address; empty where it has none
     * @param askedAt when
     * @param finding why
     * @param details what the sentence names
     */
    static ServerReport without(String mailHost, String address, Instant askedAt, Finding finding, String... details) {
        return new ServerReport(mailHost, 0, address, askedAt, "", List.of(), "", "", List.of(), "",
                Arrays.stream(Requirement.values())
                    .map((requirement) -> Verdict.of(requirement, finding, details))
                    .toList());
    }

    ServerReport withPreference(int preference) {
        return new ServerReport(this.mailHost, preference, this.address, this.askedAt, this.banner, this.ehlo,
                this.tlsVersion, this.cipher, this.chain, this.said, this.verdicts);
    }

    ServerReport withVerdicts(List<Verdict> verdicts) {
        return new ServerReport(this.mailHost, this.preference, this.address, this.askedAt, this.banner, this.ehlo,
                this.tlsVersion, this.cipher, this.chain, this.said, verdicts);
    }

    /** The worst verdict of one requirement; unknown where it was not tested. */
    public Outcome outcome(Requirement requirement) {
        return Outcome.worst(
                this.verdicts.stream().filter((verdict) -> verdict.requirement() == requirement).map(Verdict::outcome));
    }

    /** The requirements of which this server showed nothing; its verdicts say why. */
    public Set<Requirement> notTested() {
        Set<Requirement> open = EnumSet.allOf(Requirement.class);
        this.verdicts.stream()
            .filter((verdict) -> verdict.outcome() == Outcome.PASS || verdict.outcome() == Outcome.FAIL
                    || verdict.outcome() == Outcome.NOTE && verdict.finding() != Finding.ONE_UNREACHABLE)
            .forEach((verdict) -> open.remove(verdict.requirement()));
        return open;
    }

    /** When the server's own certificate expires; nothing where none was seen. */
    public Optional<Instant> expiresAt() {
        return this.chain.stream().findFirst().map(SeenCertificate::notAfter);
    }

    boolean has(Finding finding) {
        return this.verdicts.stream().anyMatch((verdict) -> verdict.finding() == finding);
    }

}
