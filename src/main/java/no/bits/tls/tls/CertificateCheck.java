package no.bits.tls.tls;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import no.bits.tls.calendar.OsloTime;

import org.springframework.stereotype.Component;

import static no.bits.tls.tls.Requirement.SERVER_NAME;
import static no.bits.tls.tls.Requirement.TRUSTED_CERTIFICATE;

/**
 * Judges a server's certificate: its chain (requirement 5.1.2) and, apart from that, its
 * name (requirement 5.2.8), naming every fault.
 */
@Component
class CertificateCheck {

    private static final int LONG_ENOUGH = 2048;

    private final TrustedRoots roots;

    private final TlsSettings settings;

    private final Clock clock;

    CertificateCheck(TrustedRoots roots, TlsSettings settings, Clock clock) {
        this.roots = roots;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Judges.
     * @param noted the chain of a handshake
     * @param host the name in the MX record, without a trailing dot
     * @return at least one verdict of each of both requirements
     */
    List<Verdict> judge(ChainNote noted, String host) {
        X509Certificate own = noted.chain().get(0);
        List<Verdict> verdicts = faults(noted);
        if (verdicts.isEmpty()) {
            expiry(own, verdicts);
        }
        key(own, verdicts);
        if (verdicts.isEmpty()) {
            verdicts.add(Verdict.of(TRUSTED_CERTIFICATE, Finding.CHAIN_TRUSTED, date(own.getNotAfter().toInstant())));
        }
        verdicts.add(name(CertificateNames.of(own), host));
        return verdicts;
    }

    private List<Verdict> faults(ChainNote noted) {
        List<Verdict> verdicts = new ArrayList<>();
        List<X509Certificate> chain = noted.chain();
        signature(chain.get(0), verdicts);
        if (this.roots.distrust(chain, noted.keyExchange(), this.clock.instant()).isPresent()) {
            chain.forEach((certificate) -> dates(certificate, verdicts));
            trust(noted, verdicts);
        }
        return verdicts;
    }

    private void dates(X509Certificate certificate, List<Verdict> verdicts) {
        Instant now = this.clock.instant();
        String subject = Quote.of(certificate.getSubjectX500Principal().getName());
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (to.isBefore(now)) {
            verdicts.add(Verdict.of(TRUSTED_CERTIFICATE, Finding.EXPIRED, subject, date(to)));
        }
        if (from.isAfter(now)) {
            verdicts.add(Verdict.of(TRUSTED_CERTIFICATE, Finding.NOT_YET_VALID, subject, date(from)));
        }
    }

    /** Under roots of one's own the JDK accepts SHA-1 ({@code SHA1 jdkCA}). */
    private static void signature(X509Certificate own, List<Verdict> verdicts) {
        String algorithm = own.getSigAlgName();
        if (algorithm.toUpperCase(Locale.ROOT).matches("(SHA-?1|MD\\d).*") && !isSelfSigned(own)) {
            verdicts.add(Verdict.of(TRUSTED_CERTIFICATE, Finding.SIGNATURE_WEAK, algorithm));
        }
    }

    private void trust(ChainNote noted, List<Verdict> verdicts) {
        List<X509Certificate> chain = noted.chain();
        this.roots.distrust(chain, noted.keyExchange(), momentOfTrust(chain.get(0)))
            .map((reason) -> distrusted(chain, reason))
            .filter((verdict) -> verdict.finding() != Finding.CHAIN_REFUSED || verdicts.isEmpty())
            .ifPresent(verdicts::add);
    }

    /** Now, or where that is beside the certificate's time, a moment within. */
    private Instant momentOfTrust(X509Certificate own) {
        Instant now = this.clock.instant();
        Instant first = own.getNotBefore().toInstant();
        Instant last = own.getNotAfter().toInstant();
        return now.isBefore(first) ? first : now.isAfter(last) ? last : now;
    }

    private Verdict distrusted(List<X509Certificate> chain, String reason) {
        X509Certificate own = chain.get(0);
        X509Certificate last = lastIssuer(chain);
        String issuer = Quote.of(last.getIssuerX500Principal().getName());
        if (isSelfSigned(own)) {
            return Verdict.of(TRUSTED_CERTIFICATE, Finding.SELF_SIGNED);
        }
        if (isSelfSigned(last) && !this.roots.contains(last)) {
            return Verdict.of(TRUSTED_CERTIFICATE, Finding.ROOT_UNKNOWN, issuer);
        }
        return (isSelfSigned(last) || this.roots.containIssuerOf(last))
                ? Verdict.of(TRUSTED_CERTIFICATE, Finding.CHAIN_REFUSED, Quote.of(reason))
                : Verdict.of(TRUSTED_CERTIFICATE, Finding.ISSUER_MISSING, issuer);
    }

    /** The end of the path from the server's own certificate as far as it was sent. */
    private static X509Certificate lastIssuer(List<X509Certificate> chain) {
        X509Certificate last = chain.get(0);
        for (int i = 0; i < chain.size() && !isSelfSigned(last); i++) {
            X509Certificate below = last;
            last = chain.stream()
                .filter((issuer) -> issuer.getSubjectX500Principal().equals(below.getIssuerX500Principal()))
                .findFirst()
                .orElse(below);
        }
        return last;
    }

    private void expiry(X509Certificate own, List<Verdict> verdicts) {
        Instant end = own.getNotAfter().toInstant();
        if (end.isBefore(this.clock.instant().plus(this.settings.expiryNotice()))) {
            verdicts.add(Verdict.of(TRUSTED_CERTIFICATE, Finding.EXPIRES_SOON, date(end)));
        }
    }

    private static void key(X509Certificate own, List<Verdict> verdicts) {
        if (own.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < LONG_ENOUGH) {
            verdicts.add(Verdict.of(TRUSTED_CERTIFICATE, Finding.KEY_SHORT, SeenCertificate.key(own.getPublicKey())));
        }
    }

    private static Verdict name(CertificateNames names, String host) {
        if (names.match(host)) {
            return Verdict.of(SERVER_NAME, Finding.NAME_MATCHES, host);
        }
        return names.matchByCommonNameOnly(host) ? Verdict.of(SERVER_NAME, Finding.NAME_IN_CN_ONLY, host)
                : Verdict.of(SERVER_NAME, Finding.NAME_DIFFERS, host, Quote.of(names.all()));
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static String date(Instant moment) {
        return OsloTime.dateOf(moment).toString();
    }

}
