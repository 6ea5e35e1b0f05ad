package dev.foyer.authority;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates that carry names, on P-256. Thread-safe.
 *
 * @param own its certificate and the key that it signs with
 */
public record Authority(Issued own) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SERIAL_BITS = 127;
    /** Clocks of machines differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** A new one, which nobody believes yet. */
    public static Authority create(String name, Instant from, Duration validity) {
        KeyPair pair = newPair();
        X500Name subject = new X500Name("CN=" + name);
        try {
            X509v3CertificateBuilder certificate = builder(subject, subject, from, validity, pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Authority(sign(certificate, pair.getPrivate(), pair.getPrivate()));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * For a peer that may show it as a client and as a server.
     *
     * @param names its DNS names; the first one is the subject, too
     */
    public Issued issue(Instant from, Duration validity, String... names) {
        KeyPair pair = newPair();
        X500Name issuer =
                new X500Name(own.certificate().getSubjectX500Principal().getName());
        GeneralNames all = new GeneralNames(Stream.of(names)
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
        KeyPurposeId[] both = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
        try {
            X509v3CertificateBuilder certificate = builder(
                            issuer, new X500Name("CN=" + names[0]), from, validity, pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(both))
                    .addExtension(Extension.subjectAlternativeName, false, all);
            return sign(certificate, own.key(), pair.getPrivate());
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it has signed that one. */
    public boolean issued(X509Certificate certificate) {
        try {
            certificate.verify(own.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, Instant from, Duration validity, PublicKey key) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, RANDOM),
                Date.from(from.minus(SKEW)),
                Date.from(from.plus(validity)),
                subject,
                key);
    }

    private static Issued sign(X509v3CertificateBuilder certificate, PrivateKey signer, PrivateKey key) {
        try {
            return new Issued(
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer))),
                    key);
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }
}
