package dev.foyer.base.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes who has a certificate of our authorities, and, where a name is asked for, that name. Host names are of no
 * interest: the JDK leaves them to managers of this kind, and an address proves nothing.
 */
final class PeerTrust extends X509ExtendedTrustManager {

    private final Supplier<Authorities> authorities;
    private final Optional<String> name;

    /** @param name that the peer must have; empty when whoever asks looks at it later */
    PeerTrust(Supplier<Authorities> authorities, Optional<String> name) {
        this.authorities = authorities;
        this.name = name;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        authorities.get().manager().checkClientTrusted(chain, authType);
        checkName(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        authorities.get().manager().checkServerTrusted(chain, authType);
        checkName(chain[0]);
    }

    private void checkName(X509Certificate peer) throws CertificateException {
        List<String> names = PeerNames.of(peer);
        if (name.isPresent() && !names.contains(name.get())) {
            throw new CertificateException("The peer is not " + name.get() + " but " + names);
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.get().manager().getAcceptedIssuers();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, authType);
    }
}
