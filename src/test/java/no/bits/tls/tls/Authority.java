package no.bits.tls.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Issues certificates at run time: good ones and those with a fault. */
final class Authority {

    /** Longer than any test travels. */
    static final Duration AGES = Duration.ofDays(36_500);

    private static final AtomicLong SERIALS = new AtomicLong(1000);

    /** Trusted by the tests' settings. */
    static final Authority ROOT = new Authority("CN=Test Root", null);

    /** Issues what a good server has. */
    static final Authority INTERMEDIATE = new Authority("CN=Test Intermediate", ROOT);

    /** Trusted by nobody. */
    static final Authority PRIVATE = new Authority("CN=Fjordbanken Internal Root", null);

    private static final KeyPair SERVER_KEY = keys("EC", 256);

    final X509Certificate certificate;

    private final KeyPair keys = keys("RSA", 2048);

    private Authority(String name, @Nullable Authority issuer) {
        Request request = new Request(name, List.of(), Duration.ofDays(-30), AGES, "SHA256withRSA", this.keys, true);
        this.certificate = sign(request, (issuer != null) ? issuer.name() : name,
                (issuer != null) ? issuer.keys.getPrivate() : this.keys.getPrivate());
    }

    String name() {
        return this.certificate.getSubjectX500Principal().getName();
    }

    /** A certificate for names, good from yesterday for 90 days. */
    static Request server(String... names) {
        return new Request("CN=" + names[0], List.of(names), Duration.ofDays(-1), Duration.ofDays(90), "SHA256withRSA",
                SERVER_KEY, false);
    }

    /** The usual, good one. */
    static Identity good(String... names) {
        return INTERMEDIATE.issue(server(names)).with(INTERMEDIATE.certificate);
    }

    Identity issue(Request request) {
        return new Identity(request.keys.getPrivate(), List.of(sign(request, name(), this.keys.getPrivate())));
    }

    static Identity selfSigned(Request request) {
        return new Identity(request.keys.getPrivate(),
                List.of(sign(request.signedWith("SHA256withECDSA"), request.subject, request.keys.getPrivate())));
    }

    /** The trusted root as a PKCS12 file. */
    static Path store(Path folder, String password) {
        Path file = folder.resolve("roots.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", ROOT.certificate);
            store.store(out, password.toCharArray());
            return file;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The trusted root as a PEM file. */
    static Path pem(Path folder) {
        try {
            return Files.writeString(folder.resolve("roots.pem"),
                    "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(ROOT.certificate.getEncoded())));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        }
        catch (GeneralSecurityException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static X509Certificate sign(Request request, String issuer, PrivateKey key) {
        Instant now = Instant.now();
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(new X500Name(issuer),
                    BigInteger.valueOf(SERIALS.getAndIncrement()), Date.from(now.plus(request.from)),
                    Date.from(now.plus(request.to)), new X500Name(request.subject), request.keys.getPublic());
            extensions(request, builder);
            return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(request.signature).build(key)));
        }
        catch (GeneralSecurityException | OperatorCreationException | CertIOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static void extensions(Request request, X509v3CertificateBuilder builder) throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(request.authority));
        if (request.authority) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        }
        if (!request.names.isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false,
                    new GeneralNames(request.names.stream()
                        .map((name) -> new GeneralName(GeneralName.dNSName, name))
                        .toArray(GeneralName[]::new)));
        }
    }

    /** What is asked of an authority. */
    record Request(String subject, List<String> names, Duration from, Duration to, String signature, KeyPair keys,
            boolean authority) {

        Request valid(Duration from, Duration to) {
            return new Request(this.subject, this.names, from, to, this.signature, this.keys, this.authority);
        }

        Request withoutAlternativeNames() {
            return new Request(this.subject, List.of(), this.from, this.to, this.signature, this.keys, this.authority);
        }

        Request withSubject(String subject) {
            return new Request(subject, this.names, this.from, this.to, this.signature, this.keys, this.authority);
        }

        Request signedWith(String signature) {
            return new Request(this.subject, this.names, this.from, this.to, signature, this.keys, this.authority);
        }

        Request withKeys(KeyPair keys) {
            return new Request(this.subject, this.names, this.from, this.to, this.signature, keys, this.authority);
        }

    }

}
