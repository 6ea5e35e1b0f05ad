package dev.foyer.base.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed; several while one follows the other. Immutable. */
public final class Authorities {

    private final X509TrustManager manager;

    private Authorities(X509TrustManager manager) {
        this.manager = manager;
    }

    /**
     * @param origin the beginning of every sentence
     * @throws IllegalStateException one sentence, when there is none or something else in the text
     */
    public static Authorities read(String pem, String origin) {
        List<X509Certificate> certificates = Pem.certificates(pem, origin);
        if (certificates.stream().anyMatch(certificate -> certificate.getBasicConstraints() < 0)) {
            throw new IllegalStateException(origin + " holds a certificate that is no authority's.");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("authority-" + i, certificates.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return new Authorities(Stream.of(factory.getTrustManagers())
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(origin + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Checks chains and nothing else; no names, no hosts. */
    X509TrustManager manager() {
        return manager;
    }
}
