package no.bits.tls.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import no.bits.tls.tls.DomainReport;
import no.bits.tls.tls.SeenCertificate;
import no.bits.tls.tls.ServerReport;

/**
 * A certificate that somebody is to be told of, so many days before it expires. Who has a
 * machine renew short-lived certificates is told only within the last half of their life,
 * since they would else always be about to expire.
 *
 * @param at when it expires
 * @param days how many days ahead the notice is due
 */
record Expiry(Instant at, int days) {

    /**
     * The newest notice that is due, of the certificate that expires first.
     * @param report what was seen
     * @param days the days ahead on which notices are due
     * @param now the time
     * @return nothing where none is due yet, or it has expired already and so fails
     */
    static Optional<Expiry> due(DomainReport report, Collection<Integer> days, Instant now) {
        return of(report, days).filter((expiry) -> expiry.at.isAfter(now) && !expiry.noticeAt().isAfter(now))
            .min(Comparator.comparing(Expiry::at).thenComparing(Expiry::days));
    }

    /** The next moments at which something about a certificate changes. */
    static Stream<Instant> ahead(DomainReport report, Collection<Integer> days, Instant now) {
        return Stream
            .concat(of(report, days).map(Expiry::noticeAt), certificates(report).map(SeenCertificate::notAfter))
            .filter((moment) -> moment.isAfter(now));
    }

    Instant noticeAt() {
        return this.at.minus(Duration.ofDays(this.days));
    }

    private static Stream<Expiry> of(DomainReport report, Collection<Integer> days) {
        return certificates(report).flatMap((certificate) -> days.stream()
            .filter((ahead) -> Duration.ofDays(2L * ahead)
                .compareTo(Duration.between(certificate.notBefore(), certificate.notAfter())) <= 0)
            .map((ahead) -> new Expiry(certificate.notAfter(), ahead)));
    }

    private static Stream<SeenCertificate> certificates(DomainReport report) {
        return report.servers().stream().map(ServerReport::chain).flatMap((chain) -> chain.stream().limit(1));
    }

}
