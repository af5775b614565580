package no.bits.tls.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is noted while one server is probed, until it becomes a {@link ServerReport}. */
final class ProbeNotes {

    private final String mailHost;

    private final String address;

    private final Instant askedAt;

    private String banner = "";

    private List<String> ehlo = List.of();

    private String tlsVersion = "";

    private String cipher = "";

    private List<SeenCertificate> chain = List.of();

    private String said = "";

    private final List<Verdict> verdicts = new ArrayList<>();

    ProbeNotes(String mailHost, String address, Instant askedAt) {
        this.mailHost = mailHost;
        this.address = address;
        this.askedAt = askedAt;
    }

    String mailHost() {
        return this.mailHost;
    }

    void banner(SmtpReply banner) {
        this.banner = banner.toString();
    }

    void ehlo(SmtpReply reply) {
        this.ehlo = Quote.of(reply.lines());
    }

    void chain(List<X509Certificate> certificates) {
        this.chain = certificates.stream().map(SeenCertificate::of).toList();
    }

    void session(String version, String cipher) {
        this.tlsVersion = version;
        this.cipher = cipher;
    }

    void found(Verdict verdict) {
        this.verdicts.add(verdict);
    }

    void replace(Finding former, Verdict verdict) {
        this.verdicts.removeIf((earlier) -> earlier.finding() == former);
        this.verdicts.add(verdict);
    }

    String tlsVersion() {
        return this.tlsVersion;
    }

    void stopped(ProbeStopped stop) {
        this.said = stop.said();
        this.verdicts.removeIf((verdict) -> verdict.outcome() != Outcome.FAIL);
        stop.finding()
            .requirement()
            .ifPresent((requirement) -> found(new Verdict(requirement, stop.finding(), stop.details())));
        Verdict rest = stop.finding().requirement().isPresent()
                ? Verdict.of(Requirement.MAIL_SERVERS, Finding.NOT_TESTED)
                : new Verdict(Requirement.MAIL_SERVERS, stop.finding(), stop.details());
        for (Requirement requirement : Requirement.values()) {
            if (this.verdicts.stream().noneMatch((verdict) -> verdict.requirement() == requirement)) {
                found(new Verdict(requirement, rest.finding(), rest.details()));
            }
        }
    }

    ServerReport report() {
        return new ServerReport(this.mailHost, 0, this.address, this.askedAt, this.banner, this.ehlo, this.tlsVersion,
                this.cipher, this.chain, this.said, this.verdicts);
    }

}
