package no.bits.tls.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The host names that a certificate is good for (RFC 6125): its alternative names, and
 * its common name only where it has none.
 *
 * @param alternative the DNS names among the alternative names (SAN)
 * @param common the common name (CN)
 */
record CertificateNames(List<String> alternative, Optional<String> common) {

    private static final int DNS_NAME = 2;

    static CertificateNames of(X509Certificate certificate) {
        return new CertificateNames(alternativeNames(certificate),
                commonName(certificate.getSubjectX500Principal().getName()));
    }

    /** Whether it names a host where software looks today. */
    boolean match(String host) {
        return this.alternative.stream().anyMatch((name) -> matches(name, host));
    }

    /** Whether it names a host where only old software looks. */
    boolean matchByCommonNameOnly(String host) {
        return this.alternative.isEmpty() && this.common.filter((name) -> matches(name, host)).isPresent();
    }

    /** All of them, for people. */
    String all() {
        return this.alternative.isEmpty() ? this.common.orElse("-") : String.join(", ", this.alternative);
    }

    private static boolean matches(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        if (!pattern.startsWith("*.")) {
            return pattern.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        return dot > 0 && pattern.indexOf('.', 2) > 0 && pattern.substring(1).equals(wanted.substring(dot));
    }

    private static List<String> alternativeNames(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames())
                .stream()
                .flatMap(Collection::stream)
                .filter((name) -> Objects.equals(name.get(0), DNS_NAME))
                .map((name) -> name.get(1).toString())
                .toList();
        }
        catch (CertificateParsingException ex) {
            return List.of();
        }
    }

    private static Optional<String> commonName(String subject) {
        try {
            return new LdapName(subject).getRdns()
                .stream()
                .filter((part) -> part.getType().equalsIgnoreCase("CN"))
                .map(Rdn::getValue)
                .map(Object::toString)
                .reduce((outer, inner) -> inner);
        }
        catch (InvalidNameException ex) {
            return Optional.empty();
        }
    }

}
