package no.bits.tls.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A certificate that a server sent, as its administrator knows it.
 *
 * @param subject whose it is
 * @param issuer who issued it
 * @param names the DNS names it is good for (SAN), at most 40
 * @param notBefore when it becomes valid
 * @param notAfter when it expires
 * @param key the kind and length of its key, for example {@code RSA 2048}
 * @param signature how it is signed, for example {@code SHA256withRSA}
 * @param sha256 its fingerprint, 64 hexadecimal digits
 */
public record SeenCertificate(String subject, String issuer, List<String> names, Instant notBefore, Instant notAfter,
        String key, String signature, String sha256) {

    public SeenCertificate {
        names = List.copyOf(names);
    }

    static SeenCertificate of(X509Certificate certificate) {
        return new SeenCertificate(Quote.of(certificate.getSubjectX500Principal().getName()),
                Quote.of(certificate.getIssuerX500Principal().getName()),
                Quote.of(CertificateNames.of(certificate).alternative()), certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(), key(certificate.getPublicKey()),
                Quote.of(certificate.getSigAlgName()), fingerprint(certificate));
    }

    /** The length of a key that is measured in bits; 0 of any other. */
    static int bits(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength();
        }
        if (key instanceof ECKey curve) {
            return curve.getParams().getOrder().bitLength();
        }
        return (key instanceof DSAKey dsa) ? dsa.getParams().getP().bitLength() : 0;
    }

    static String key(PublicKey key) {
        int bits = bits(key);
        return Quote.of((bits == 0) ? key.getAlgorithm() : key.getAlgorithm() + " " + bits);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        }
        catch (CertificateEncodingException | NoSuchAlgorithmException ex) {
            throw new IllegalStateException("A certificate has no fingerprint", ex);
        }
    }

}
