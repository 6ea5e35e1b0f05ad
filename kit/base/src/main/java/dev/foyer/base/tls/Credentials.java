package dev.foyer.base.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/**
 * Who a process is to its peers.
 *
 * @param chain its certificate, then those that lead to the authority
 */
public record Credentials(PrivateKey key, List<X509Certificate> chain) {

    private static final byte[] PROBE = {1, 2, 3, 5, 8, 13};

    /** Compares by the certificate, which there is once. */
    String alias() {
        return chain.getFirst().getSerialNumber().toString(Character.MAX_RADIX);
    }

    /** The names that peers know it by. */
    public List<String> names() {
        return PeerNames.of(chain.getFirst());
    }

    /**
     * Reads certificates and key, in whatever order they stand.
     *
     * @param origin the beginning of every sentence, such as "The certificate x (foyer.tls.certificate-file)"
     * @throws IllegalStateException one sentence without content, also when they do not belong together or are not valid now
     */
    public static Credentials read(String pem, String origin) {
        List<X509Certificate> chain = Pem.certificates(pem, origin);
        X509Certificate own = chain.getFirst();
        PrivateKey key = key(Pem.key(pem, origin), own.getPublicKey().getAlgorithm(), origin);
        if (!belongTogether(key, own)) {
            throw new IllegalStateException(origin + " does not belong to its private key.");
        }
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new IllegalStateException(
                    origin + " has expired at " + own.getNotAfter().toInstant() + "; renew it.");
        } catch (CertificateNotYetValidException e) {
            throw new IllegalStateException(
                    origin + " is not valid before " + own.getNotBefore().toInstant() + ".");
        }
        if (PeerNames.of(own).isEmpty()) {
            throw new IllegalStateException(origin + " has no DNS name, by which peers would know us.");
        }
        return new Credentials(key, chain);
    }

    private static PrivateKey key(byte[] encoded, String algorithm, String origin) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            // Without the cause: its message may quote the key.
            throw new IllegalStateException(origin + " has a private key of another kind than the certificate's.");
        }
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            Signature signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "EC" -> "SHA256withECDSA";
                        case "RSA" -> "SHA256withRSA";
                        default -> key.getAlgorithm();
                    });
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Credentials" + names();
    }
}
