package dev.foyer.authority;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A certificate with its private key. */
public record Issued(X509Certificate certificate, PrivateKey key) {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /**
     * What {@link #pem} wrote.
     *
     * @throws IllegalArgumentException without content, when it is something else
     */
    public static Issued read(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            X509Certificate certificate = null;
            PrivateKey key = null;
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                switch (block) {
                    case X509CertificateHolder holder ->
                        certificate = new JcaX509CertificateConverter().getCertificate(holder);
                    case PrivateKeyInfo info -> key = new JcaPEMKeyConverter().getPrivateKey(info);
                    default -> {}
                }
            }
            if (certificate != null && key != null) {
                return new Issued(certificate, key);
            }
        } catch (IOException | CertificateException | RuntimeException e) {
            throw new IllegalArgumentException("No certificate and key that can be read");
        }
        throw new IllegalArgumentException("No certificate with a key");
    }

    /** The certificate alone. */
    public String certificatePem() {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key alone, as PKCS#8. */
    public String keyPem() {
        return block("PRIVATE KEY", key.getEncoded());
    }

    /** Both in one text, so that a file with it is replaced as a whole. */
    public String pem() {
        return certificatePem() + keyPem();
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    @Override
    public String toString() {
        return "Issued[" + certificate.getSubjectX500Principal() + "]";
    }
}
