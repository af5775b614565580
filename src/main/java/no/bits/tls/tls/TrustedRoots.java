package no.bits.tls.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The roots that we trust: those of the JVM and, where the settings name a file, those in
 * it. Revocation is not asked about: mail servers do not do so either.
 */
@Component
class TrustedRoots {

    private final Set<TrustAnchor> anchors = new HashSet<>();

    TrustedRoots(TlsSettings settings) {
        try {
            add(null);
            Path store = settings.trust().store();
            if (store != null) {
                add(load(store, settings.trust().password().toCharArray()));
            }
        }
        catch (GeneralSecurityException | IOException ex) {
            throw new IllegalArgumentException("backoffice.tls.trust.store cannot be read", ex);
        }
    }

    /** Whether it is one of the roots. */
    boolean contains(X509Certificate certificate) {
        return this.anchors.stream().anyMatch((anchor) -> certificate.equals(anchor.getTrustedCert()));
    }

    /** Whether a certificate's issuer is one of the roots, by its name. */
    boolean containIssuerOf(X509Certificate certificate) {
        return this.anchors.stream()
            .map(TrustAnchor::getTrustedCert)
            .anyMatch((root) -> root.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()));
    }

    /**
     * Why a chain is not to be trusted.
     * @param chain a server's chain, its own certificate first
     * @param keyExchange what JSSE calls the way the key was used
     * @param moment as of when its dates are looked at
     * @return the reason in the words of the JDK, or nothing where all is well
     */
    Optional<String> distrust(List<X509Certificate> chain, String keyExchange, Instant moment) {
        try {
            trustManager(moment).checkServerTrusted(chain.toArray(new X509Certificate[0]), keyExchange);
            return Optional.empty();
        }
        catch (CertificateException ex) {
            return Optional.of(reason(ex));
        }
        catch (GeneralSecurityException | RuntimeException ex) {
            return Optional.of(ex.toString());
        }
    }

    /** For HTTPS. */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(null).getTrustManagers(), null);
            return context;
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException("This JVM has no TLS", ex);
        }
    }

    private X509TrustManager trustManager(Instant moment) throws GeneralSecurityException {
        return x509(factory(Date.from(moment)).getTrustManagers());
    }

    private TrustManagerFactory factory(@Nullable Date moment) throws GeneralSecurityException {
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(Collections.unmodifiableSet(this.anchors), null);
        parameters.setRevocationEnabled(false);
        parameters.setDate(moment);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        return factory;
    }

    private void add(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (X509Certificate root : x509(factory.getTrustManagers()).getAcceptedIssuers()) {
            this.anchors.add(new TrustAnchor(root, null));
        }
    }

    private static KeyStore load(Path file, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    private static X509TrustManager x509(TrustManager[] managers) {
        return Stream.of(managers)
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow();
    }

    private static String reason(CertificateException ex) {
        Throwable cause = ex;
        while (cause.getCause() != null && !(cause instanceof CertPathValidatorException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

}
