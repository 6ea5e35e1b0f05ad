package dev.foyer.base.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * The names in a certificate: its DNS alternative names, compared letter by letter. A wildcard is no name of anybody.
 */
public final class PeerNames {

    private static final Integer DNS = 2;

    private PeerNames() {}

    /** Empty when there are none, or when they cannot be read. */
    public static List<String> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> DNS.equals(name.getFirst()))
                            .map(name -> name.get(1).toString())
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
