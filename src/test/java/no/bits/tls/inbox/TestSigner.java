package no.bits.tls.inbox;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs and encrypts as S/MIME does, with a key of its own. */
final class TestSigner {

    private final KeyPair keys;

    private final X509Certificate certificate;

    TestSigner() {
        try {
            this.keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            X500Name name = new X500Name("CN=Kari");
            Instant now = Instant.now();
            this.certificate = new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name,
                    BigInteger.ONE, Date.from(now), Date.from(now.plusSeconds(3600)), name, this.keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(this.keys.getPrivate())));
        }
        catch (GeneralSecurityException | OperatorException ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** The signature with what was signed inside it, or beside it. */
    byte[] sign(byte[] content, boolean inside) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA",
                    this.keys.getPrivate(), this.certificate));
            generator.addCertificates(new JcaCertStore(List.of(this.certificate)));
            return generator.generate(new CMSProcessableByteArray(content), inside).getEncoded();
        }
        catch (CMSException | OperatorException | GeneralSecurityException | IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

    byte[] encrypt(byte[] content) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(this.certificate));
            return generator
                .generate(new CMSProcessableByteArray(content),
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                            .setProvider(new BouncyCastleProvider())
                            .build())
                .getEncoded();
        }
        catch (CMSException | GeneralSecurityException | IOException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
